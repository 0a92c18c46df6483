"""Folders of descriptions, written for one test."""

import json
from pathlib import Path
from typing import Any

import pytest

from connector_generator.diagnostics import Diagnostics
from connector_generator.source.spec import LoadedSpec, load_spec
from tests.generator.source.folders import Load, Write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with room above it."""
    working = tmp_path / "above" / "work"
    working.mkdir(parents=True)
    monkeypatch.chdir(working)
    return working


@pytest.fixture
def write(folder: Path) -> Write:
    """Writes a file, given as text or as a tree."""

    def write(name: str, content: str | dict[str, Any]) -> Path:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
        return path

    return write


@pytest.fixture
def diagnostics() -> Diagnostics:
    return Diagnostics()


@pytest.fixture
def load(diagnostics: Diagnostics) -> Load:
    """Loads a spec and collects what it has to say."""

    def load(*arguments: str, **options: Any) -> LoadedSpec:
        return load_spec(arguments, diagnostics, **options)

    return load
