"""Every real description builds: nothing dropped, everything imports, every operation is called, and
comes back from its own mock."""

import csv
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypedDict

import pytest

from connector_generator.pipeline import BuildRequest, build

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
KINDS = ("sync strict", "sync loose", "async strict", "async loose")


class Gap(NamedTuple):
    """A problem that is known, word for word, with who finds it. One that does not occur fails."""

    found_by: tuple[str, ...]
    problem: str
    reason: str


_JUDGE = ("replies",)
_UNTAGGED = "a union without a tag, of which any value of one member is one of another, too"
_MERGED = "members of two alternatives are merged, and their types are not"
KNOWN_GAPS: dict[str, list[Gap]] = {
    "jira/jira-cloud.yaml": [
        Gap(
            KINDS,
            "create_screen_scheme: MockRequestError: the request of create_screen_scheme is not as"
            " described: - body/screens/defaultScreen is no property of the object",
            "the vendor's own example of the argument holds a member that its schema forbids",
        )
    ],
    "cloudflare/openapi-2022-08.yaml": [
        Gap(_JUDGE, "retrieve_account_gateway_app_type at : anyOf", _UNTAGGED)
    ],
    "dropbox/dropbox-ballerina.yaml": [
        Gap(_JUDGE, "create_shared_link_with_settings at : oneOf", _UNTAGGED)
    ],
    "lob/lob-api-bundled.yml": [Gap(_JUDGE, "create_identity_validation at : oneOf", _UNTAGGED)],
    "slack/slack_web_openapi_v2.json": [
        Gap(_JUDGE, "list_pins at 0/items/0: type", _MERGED),
        Gap(_JUDGE, "list_pins at 0/items/1: type", _MERGED),
    ],
}
"""By file. ``found_by``: ``build``, a kind of client, or ``replies``: their judge."""
ROUND_TRIPS = Path(__file__).with_name("mock_round_trips.py")


class Trips(TypedDict):
    """What ``mock_round_trips.py`` prints."""

    problems: dict[str, list[str]]
    replies: int


def round_trips(folder: Path) -> Trips:
    """The problems of a built package with its own mock, called in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(ROUND_TRIPS), str(folder.parent), folder.name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    trips: Trips = json.loads(done.stdout)
    return trips


pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


def _rows() -> Iterator[object]:
    if not CORPUS:
        return
    with Path(CORPUS, "INDEX.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield pytest.param(row["file"], int(row["operations"]), id=row["name"])


@pytest.mark.parametrize(("file", "operations"), list(_rows()))
def test_every_description_builds_whole(
    file: str, operations: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    gaps = KNOWN_GAPS.get(file, [])
    record_property("gaps", [f"{each.problem} ({each.reason})" for each in gaps])
    request = BuildRequest(
        specs=(str(Path(CORPUS, file)),), output=tmp_path / "generated", formatter="ruff"
    )
    report = build(request)
    severities = Counter(str(each.severity) for each in report.diagnostics)
    record_property("counts", {"operations": report.operations, "models": report.models})
    record_property("diagnostics", dict(severities))
    found = [f"{each.kind} {each.subject}: {each.error}" for each in report.problems]
    assert found == known(gaps, "build")
    record_property("holds", "imports")
    assert report.operations == operations
    record_property("holds", "builds")
    trips = round_trips(report.folder)
    record_property("counts", {"replies": trips["replies"]})
    for finder, problems in trips["problems"].items():
        if problems == known(gaps, finder):
            record_property("gap" if problems else "holds", finder)
    expected = {finder: known(gaps, finder) for finder in (*KINDS, "replies")}
    assert trips["problems"] == expected


def known(gaps: list[Gap], finder: str) -> list[str]:
    """The problems that somebody is known to find."""
    return [each.problem for each in gaps if finder in each.found_by]
