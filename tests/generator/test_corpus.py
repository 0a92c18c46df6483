"""Every real description builds: nothing dropped, everything imports, every operation is called."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from connector_generator.pipeline import BuildRequest, build

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
KNOWN_GAPS: dict[str, list[str]] = {}
"""By spec: the problems that are known, word for word. One that does not occur any more fails."""

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
