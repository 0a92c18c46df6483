"""What is written down between steps."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connector_runtime.errors import NotFoundError
from connector_runtime.workflows.checkpoints import (
    RecordedError,
    decode,
    encode,
    outcome_of,
    recorded,
)
from connector_runtime.workflows.host import StepResult


@pytest.mark.parametrize(
    "outcome",
    [
        StepResult("success", result={"id": 1, "items": [None, "x"]}),
        StepResult("success"),
        StepResult("error", error="No", code="NOT_FOUND", details={"set": ["A"]}),
        StepResult(
            "proposal_created", proposal_id="p", expires_at=datetime(2026, 3, 28, 10, tzinfo=UTC)
        ),
    ],
)
def test_an_outcome_is_read_back(outcome: StepResult) -> None:
    assert outcome_of(decode(encode(recorded(outcome)))) == outcome


def test_the_first_pass_sees_what_a_replay_sees() -> None:
    """JSON turns numbers that are keys into strings, and tuples into lists."""
    document = recorded(StepResult("success", result={1: (2, 3)}))
    assert outcome_of(document).result == {"1": [2, 3]}
    assert decode(encode(document)) == document


@pytest.mark.parametrize("result", [object(), {"at": datetime.now(UTC)}, b"x", {(1, 2): 3}])
def test_what_is_not_json_is_an_error(result: Any) -> None:
    assert outcome_of(recorded(StepResult("success", result=result))).code == "REPLY_UNREADABLE"


def test_a_result_that_holds_itself_is_an_error() -> None:
    ring: list[Any] = []
    ring.append(ring)
    assert outcome_of(recorded(StepResult("success", result=ring))).code == "REPLY_UNREADABLE"


def test_errors_are_written_down_without_foreign_texts() -> None:
    foreign = decode(encode(ValueError("password=hunter2")))
    assert (type(foreign), str(foreign)) == (RecordedError, "ValueError")
    assert str(decode(encode(NotFoundError()))) == "NotFoundError: Not found"


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@settings(deadline=None)
@given(_json)
def test_values_are_read_back(value: Any) -> None:
    assert decode(encode(value)) == value


def test_pickles_are_not_read() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        decode("gASVKgAAAAAAAACMBXBvc2l4lIwGc3lzdGVtlJOUjA9lY2hvIHBpY2tsZWQ=")
