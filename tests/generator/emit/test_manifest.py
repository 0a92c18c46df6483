"""The manifest: what is recorded of a package, and what was changed since."""

import json
from pathlib import Path

import pytest

from connector_generator.emit.manifest import (
    MANIFEST,
    changed_by_hand,
    checksum,
    read_manifest,
    with_manifest,
)

FILES = {"b.py": b"b\n", "a/c.py": b"c\n"}


def test_a_manifest_has_the_checksum_of_every_file_in_order() -> None:
    files = with_manifest(FILES, {"name": "acme"}, {"spec": "acme.yaml"})
    manifest = json.loads(files[MANIFEST])
    assert list(manifest) == ["format", "connector", "build", "files"]
    assert list(manifest["files"].items()) == [(p, checksum(FILES[p])) for p in ("a/c.py", "b.py")]
    assert {path: files[path] for path in FILES} == FILES


@pytest.mark.parametrize("text", [None, "", "<<<<<<< ours\n", "[]", '"text"', "\udcff"])
def test_a_manifest_that_cannot_be_read_is_none(tmp_path: Path, text: str | None) -> None:
    if text is not None:
        (tmp_path / MANIFEST).write_bytes(text.encode(errors="surrogateescape"))
    assert read_manifest(tmp_path) is None


def test_changed_and_missing_files_are_found(tmp_path: Path) -> None:
    manifest = {"files": {"same": checksum(b"1"), "other": checksum(b"2"), "gone": checksum(b"3")}}
    (tmp_path / "same").write_bytes(b"1")
    (tmp_path / "other").write_bytes(b"edited")
    assert changed_by_hand(tmp_path, manifest) == ["other", "gone"]
