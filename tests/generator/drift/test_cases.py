"""Every kind of change is found, in both directions, with its id and severity, and nothing else."""

from pathlib import Path

import pytest

from tests.generator.drift.cases import CASES, Case
from tests.generator.drift.pairs import drift, told


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_forwards(case: Case, tmp_path: Path) -> None:
    assert told(drift(tmp_path, case.old, case.new)) == case.forwards


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_backwards(case: Case, tmp_path: Path) -> None:
    assert told(drift(tmp_path, case.new, case.old)) == case.backwards
