"""Real descriptions: nothing differs from itself, and two versions differ in what a reader sees.

``labelled.jsonl`` holds changes that were labelled by hand from reading both versions: where, which
id, how bad. ``pointer`` is that of the new version, or of the old one for what is gone.
"""

import csv
import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from connector_generator.drift import Drift, compare
from connector_generator.drift.reading import Source, read
from connector_generator.drift.surface import Surface
from tests.benchmarks.bench_diff import MAX_MEGABYTES, MAX_SECONDS, PAIRS, measure
from tests.generator.drift.test_properties import changes, mirrored

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
LABELLED: list[dict[str, str]] = [
    json.loads(line)
    for line in Path(__file__).with_name("labelled.jsonl").read_text("utf-8").splitlines()
]

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


def _rows() -> Iterator[object]:
    if not CORPUS:
        return
    with Path(CORPUS, "INDEX.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            yield pytest.param(row["file"], id=row["name"])


def _side(file: str, **more: Any) -> Surface:
    return read(Source(specs=(str(Path(CORPUS, file)),), shown=file, **more))


@cache
def _sides(pair: str) -> tuple[Surface, Surface]:
    old = _side(PAIRS[pair][0], name=pair)
    return old, _side(PAIRS[pair][1], name=pair, names=old.names)


@cache
def _drift(pair: str) -> Drift:
    return compare(*_sides(pair))


@pytest.mark.parametrize("file", list(_rows()))
def test_nothing_differs_from_itself(file: str) -> None:
    old = _side(file)
    found = compare(old, _side(file, names=old.names))
    assert (found.findings, found.names) == ((), ())


def test_sixty_changes_are_labelled() -> None:
    assert len({tuple(each.values()) for each in LABELLED}) == 60


@pytest.mark.parametrize("pair", PAIRS)
def test_exactly_the_labelled_changes_are_found(pair: str) -> None:
    """Each label is one finding: never missing, never two."""
    told = [
        ((each.new or each.old).pointer, each.id, str(each.severity), str(each.direction))  # type: ignore[union-attr]
        for each in _drift(pair).findings
        if each.new or each.old
    ]
    for label in LABELLED:
        if label["pair"] == pair:
            wanted = (label["pointer"], label["id"], label["severity"], label["direction"])
            assert told.count(wanted) == 1, label


@pytest.mark.parametrize("pair", PAIRS)
def test_every_finding_has_its_place(pair: str) -> None:
    for each in _drift(pair).findings:
        places = [at for at in (each.old, each.new) if at]
        assert places or each.axis == "source", each
        assert all(at.line and at.column and at.file for at in places), each


@pytest.mark.parametrize("pair", PAIRS)
def test_what_narrows_one_way_widens_the_other(pair: str) -> None:
    old, new = _sides(pair)
    forwards = {mirrored(each, old, new, False) for each in changes(old, new)}
    backwards = {mirrored(each, old, new, True) for each in changes(new, old)}
    assert forwards == backwards


@pytest.mark.parametrize("pair", PAIRS)
def test_it_takes_at_most_ten_seconds_and_600_mb(pair: str) -> None:
    seconds, megabytes, _ = measure(*PAIRS[pair])
    assert (seconds <= MAX_SECONDS, megabytes <= MAX_MEGABYTES) == (True, True)
