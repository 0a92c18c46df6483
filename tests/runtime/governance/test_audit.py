"""The trail: whatever is done to it shows, with its place."""

import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.process import BaseProcess
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from connector_runtime.errors import StoreUnavailableError
from connector_runtime.governance.audit import Entry
from connector_runtime.governance.chain import START, Line, chained, findings
from connector_runtime.platform.platform import Platform
from tests.runtime.platform.deployments import Deployment, trail

Spawn = Callable[..., BaseProcess]
RECORDS = 6
TABLES = ("audit", "audit_heads")


@contextmanager
def opened(deployment: Deployment) -> Generator[Platform]:
    """A tenant with a trail of six records, and one without any."""
    platform = deployment.open()
    with platform.store:
        for tenant in ("t", "u"):
            platform.membership.add_tenant(tenant, id=tenant)
        for number in range(1, RECORDS + 1):
            entry = Entry(f"agent-{number}", "slack", "send", outcome="success", reason="é\u2028")
            platform.audit.record("t", entry)
        yield platform


@pytest.fixture
def platform(deployment: Deployment) -> Generator[Platform]:
    """On SQLite."""
    with opened(deployment) as platform:
        yield platform


@pytest.fixture
def either_platform(either: Deployment) -> Generator[Platform]:
    """On SQLite, and on PostgreSQL."""
    with opened(either) as platform:
        yield platform


def tamper(platform: Platform, *statements: str) -> None:
    """What somebody with the rights of the database's owner does: the triggers go first."""
    with platform.store.writing() as connection:
        if connection.dialect.name == "sqlite":
            names = connection.execute(
                text("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            ).scalars()
            for name in list(names):
                connection.execute(text(f"DROP TRIGGER {name}"))
        else:
            for table in TABLES:
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER ALL"))
        for statement in statements:
            connection.execute(text(statement))


def places(platform: Platform, kept: str = "") -> list[int]:
    return [found.sequence for found in platform.audit.verify("t", kept).findings]


def test_a_trail_that_nobody_touched_is_whole(platform: Platform) -> None:
    verified = platform.audit.verify("t")
    assert (verified.records, verified.findings) == (RECORDS, ())
    assert [each.sequence for each in trail(platform)] == list(range(1, RECORDS + 1))
    assert platform.audit.verify("u").findings == ()
    assert places(platform, verified.head) == []


CHANGES: dict[str, tuple[tuple[str, ...], list[int]]] = {
    "edited": (("UPDATE audit SET reason = 'other' WHERE sequence = 3",), [3]),
    "edited details": (("UPDATE audit SET details = '{\"a\": 1}' WHERE sequence = 4",), [4]),
    "moved in time": (("UPDATE audit SET at = '2020-01-01 00:00:00+00' WHERE sequence = 2",), [2]),
    "given to another agent": (("UPDATE audit SET agent_id = 'me' WHERE sequence = 1",), [1]),
    "deleted": (("DELETE FROM audit WHERE sequence = 3",), [3]),
    "two deleted": (("DELETE FROM audit WHERE sequence IN (2, 3)",), [2]),
    "first deleted": (("DELETE FROM audit WHERE sequence = 1",), [1]),
    "swapped": (
        (
            "UPDATE audit SET sequence = 100 WHERE sequence = 3",
            "UPDATE audit SET sequence = 3 WHERE sequence = 4",
            "UPDATE audit SET sequence = 4 WHERE sequence = 100",
        ),
        [3, 4, 5],
    ),
    "truncated": (("DELETE FROM audit WHERE sequence > 4",), [5]),
    "emptied": (("DELETE FROM audit",), [1]),
    "head edited": (("UPDATE audit_heads SET sequence = 5",), [7]),
    "head of zeros": (("UPDATE audit_heads SET hash = 'x'",), [7]),
    "head deleted": (("DELETE FROM audit_heads",), [7]),
    "hash edited": (("UPDATE audit SET hash = 'é' WHERE sequence = 3",), [3, 4]),
    "moved to another tenant": (
        (
            "UPDATE audit SET tenant_id = 'u' WHERE sequence = 6",
            "UPDATE audit_heads SET sequence=5",
        ),
        [6],
    ),
}


@pytest.mark.parametrize(("statements", "found"), CHANGES.values(), ids=CHANGES.keys())
def test_a_change_is_found_with_its_place(
    platform: Platform, statements: tuple[str, ...], found: list[int]
) -> None:
    tamper(platform, *statements)
    assert places(platform) == found


def test_changes_are_found_in_both_databases(either_platform: Platform) -> None:
    """The same as above, one after the other: what is found first stays found."""
    for name, found in (
        ("edited details", [4]),
        ("moved in time", [2, 4]),
        ("truncated", [2, 4, 5]),
    ):
        tamper(either_platform, *CHANGES[name][0])
        assert places(either_platform) == found


def test_a_trail_cut_off_with_its_head_is_found_by_a_kept_head(either_platform: Platform) -> None:
    kept = either_platform.audit.verify("t").head
    earlier = next(each for each in trail(either_platform) if each.sequence == 4)
    tamper(
        either_platform,
        "DELETE FROM audit WHERE sequence > 4",
        f"UPDATE audit_heads SET sequence = 4, hash = '{earlier.hash}'",
    )
    assert places(either_platform) == []
    assert places(either_platform, kept) == [RECORDS]
    for forged in (kept.replace("6:", "4:", 1), "6:abc", "x", kept[:-1], "6:é:é"):
        assert places(either_platform, forged) == [0]


def test_the_database_itself_refuses_changes(either_platform: Platform) -> None:
    statements = "UPDATE audit SET reason = 'x'", "DELETE FROM audit WHERE sequence = 6"
    for statement in statements:
        with pytest.raises(StoreUnavailableError), either_platform.store.writing() as connection:
            connection.execute(text(statement))
    assert places(either_platform) == []


def test_times_are_utc_whatever_the_zone(either_platform: Platform) -> None:
    for record in trail(either_platform):
        assert record.at.tzinfo is UTC
        assert abs((datetime.now(UTC) - record.at).total_seconds()) < 60


def test_two_first_records_at_once(either_platform: Platform) -> None:
    for number in range(5):
        tenant = either_platform.membership.add_tenant("new", id=f"new-{number}")
        barrier = threading.Barrier(8)

        def first(tenant: str = tenant, barrier: threading.Barrier = barrier) -> None:
            barrier.wait()
            either_platform.audit.record(tenant, Entry("a", "c", "o"))

        threads = [threading.Thread(target=first) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
        verified = either_platform.audit.verify(tenant)
        assert (verified.records, verified.findings) == (8, ())


def write_many(deployment: Deployment, name: str) -> None:
    """Another process with much to say."""
    platform = deployment.open()
    with platform.store:
        for number in range(60):
            platform.audit.record("t", Entry(name, "c", str(number)))


def test_a_trail_with_many_writers_stays_whole_and_is_never_doubted(
    either_platform: Platform, either: Deployment, spawn: Spawn
) -> None:
    writers = [spawn(write_many, either, f"writer-{number}") for number in range(4)]
    looks = 0
    while any(each.is_alive() for each in writers):
        assert either_platform.audit.verify("t").findings == ()
        looks += 1
    assert [each.exitcode for each in writers] == [0] * 4
    assert looks > 1
    records = trail(either_platform)
    assert len(records) == RECORDS + 240
    for number in range(4):
        own = [each.operation_name for each in records if each.agent_id == f"writer-{number}"]
        assert own == [str(each) for each in range(60)]


_texts = st.text(st.characters(codec=None, categories=None), max_size=20)
_json = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | _texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_texts, inner, max_size=3),
    max_leaves=8,
)


def test_whatever_is_written_is_read_back_the_same(either_platform: Platform) -> None:
    @settings(max_examples=60, deadline=None, database=None)
    @given(_texts, _texts, st.dictionaries(_texts, _json, max_size=3))
    def check(name: str, reason: str, details: dict[str, Any]) -> None:
        entry = Entry(name * 30, name, name, outcome="error", reason=reason, details=details)
        either_platform.audit.record("u", entry)

    check()
    assert either_platform.audit.verify("u").findings == ()


@given(st.lists(_texts, min_size=1, max_size=8), st.data())
def test_every_change_of_a_chain_is_found(reasons: list[str], data: st.DataObject) -> None:
    lines: list[tuple[Line, str]] = []
    before = START
    for sequence, reason in enumerate(reasons, 1):
        at = datetime(2026, 3, 28, tzinfo=UTC)
        line = Line(sequence, at, "outcome", "", "a", "", "c", "o", "error", reason, {})
        before = chained(b"key", "t", before, line)
        lines.append((line, before))
    head = (len(lines), before)
    assert findings(b"key", "t", lines, head) == []
    at_ = data.draw(st.integers(0, len(lines) - 1))
    line, written = lines[at_]
    field = data.draw(st.sampled_from(("reason", "agent_id", "operation_name", "outcome")))
    edited = line._replace(**{field: getattr(line, field) + "!"})
    changed = [*lines[:at_], (edited, written), *lines[at_ + 1 :]]
    assert findings(b"key", "t", changed, head)[0].sequence == at_ + 1
    dropped = [*lines[:at_], *lines[at_ + 1 :]]
    assert findings(b"key", "t", dropped, head)[0].sequence == at_ + 1
    assert findings(b"other", "t", lines, head) != []
