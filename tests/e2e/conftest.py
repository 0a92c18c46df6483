"""Folders with a description, and with what was built from it."""

from pathlib import Path

import pytest

from tests.e2e.commands import SPECS, run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the petstore's description."""
    (tmp_path / "specs").mkdir()
    text = (SPECS / "petstore.yaml").read_text(encoding="utf-8")
    (tmp_path / "specs" / "petstore.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def built(project: Path) -> Path:
    """The same, built with ruff for speed."""
    done = run(project, "build", "--formatter", "ruff")
    assert done.returncode == 0, done.stderr
    return project
