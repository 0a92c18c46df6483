"""Every real description builds: nothing dropped, everything imports, every operation is called, and
comes back from its own mock."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from connector_generator.pipeline import BuildRequest, build

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
KNOWN_GAPS: dict[str, list[str]] = {}
"""By spec: the problems that are known, word for word. One that does not occur any more fails."""

_SCREENS = (
    "call create_screen_scheme: MockRequestError: the request of create_screen_scheme is not as"
    " described: - body/screens/defaultScreen is no property of the object"
)
KNOWN_MOCK_GAPS: dict[str, list[str]] = {
    # The vendor's own example of the argument holds a member that its schema forbids.
    "jira/jira-cloud.yaml": [_SCREENS, f"async {_SCREENS}"],
    # Unions without a tag, of which any value of one member is one of another, too.
    "cloudflare/openapi-2022-08.yaml": ["reply of retrieve_account_gateway_app_type at : anyOf"],
    "dropbox/dropbox-ballerina.yaml": ["reply of create_shared_link_with_settings at : oneOf"],
    "lob/lob-api-bundled.yml": ["reply of create_identity_validation at : oneOf"],
    # Members of two alternatives are merged, and their types are not.
    "slack/slack_web_openapi_v2.json": [
        "reply of list_pins at 0/items/0: type",
        "reply of list_pins at 0/items/1: type",
    ],
}
"""By spec: what does not come back from its own mock, word for word."""
ROUND_TRIPS = Path(__file__).with_name("mock_round_trips.py")


def round_trips(folder: Path) -> list[str]:
    """The problems of a built package with its own mock, called in a process of its own."""
    done = subprocess.run(
        [sys.executable, str(ROUND_TRIPS), str(folder.parent), folder.name],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


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
def test_every_description_builds_whole(file: str, operations: int, tmp_path: Path) -> None:
    request = BuildRequest(
        specs=(str(Path(CORPUS, file)),), output=tmp_path / "generated", formatter="ruff"
    )
    report = build(request)
    problems = [f"{each.kind} {each.subject}: {each.error}" for each in report.problems]
    assert problems == KNOWN_GAPS.get(file, [])
    assert report.operations == operations
    assert round_trips(report.folder) == KNOWN_MOCK_GAPS.get(file, [])
