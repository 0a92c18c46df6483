"""Whether a package is what its inputs say."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connector_generator.emit.freshness import (
    LOCK,
    build_record,
    current_record,
    digest_of_files,
    is_stale,
    same_build,
)
from connector_generator.emit.manifest import checksum, read_manifest, with_manifest
from connector_generator.emit.write import write_package


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package ``acme`` of ``specs/acme.yaml`` and its lock, in the working directory."""
    monkeypatch.chdir(tmp_path)
    Path("specs").mkdir()
    Path("specs/acme.yaml").write_bytes(b"spec")
    Path("specs/acme.lock").write_bytes(b"lock")
    Path("templates").mkdir()
    inputs = {"acme.yaml": checksum(b"spec"), LOCK: checksum(b"lock")}
    record = build_record(["specs/acme.yaml"], inputs, [Path("templates")], {})
    folder = Path("generated/acme")
    write_package(folder, with_manifest({"client.py": b"1"}, {"name": "acme"}, record), None)
    return folder


def manifest(folder: Path) -> dict[str, Any]:
    found = read_manifest(folder)
    assert found is not None
    return found


def as_it_was_built(folder: Path) -> bool:
    """Whether a build would find nothing to do."""
    build = manifest(folder)["build"]
    record = current_record(
        ["specs/acme.yaml"],
        ["specs/acme.yaml"],
        build,
        Path("specs/acme.lock"),
        [Path("templates")],
        {},
    )
    return same_build(folder, manifest(folder), record)


def test_a_package_is_fresh_after_its_build(folder: Path) -> None:
    assert as_it_was_built(folder)
    assert not is_stale(folder, manifest(folder))


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("specs/acme.yaml").write_text("changed"),
        lambda: Path("specs/acme.lock").write_text("changed"),
        lambda: Path("specs/acme.lock").unlink(),
        lambda: Path("specs/acme.overlay.yaml").write_text("overlay: 1.0.0"),
        lambda: Path("generated/acme/client.py").write_text("edited"),
        lambda: Path("generated/acme/client.py").unlink(),
    ],
)
def test_any_change_makes_it_stale(folder: Path, change: Callable[[], object]) -> None:
    change()
    assert not as_it_was_built(folder)
    assert is_stale(folder, manifest(folder))


def test_a_package_of_several_specs_is_stale_when_any_of_them_changed(folder: Path) -> None:
    Path("specs/more.yaml").write_bytes(b"more")
    inputs = {"acme.yaml": checksum(b"spec"), "more.yaml": checksum(b"more")}
    inputs[LOCK] = checksum(b"lock")
    specs = ["specs/acme.yaml", "specs/more.yaml"]
    record = build_record(specs, inputs, [Path("templates")], {})
    write_package(folder, with_manifest({"client.py": b"1"}, {"name": "acme"}, record), None)
    assert not is_stale(folder, manifest(folder))
    Path("specs/more.overlay.yaml").write_text("overlay: 1.0.0")
    assert is_stale(folder, manifest(folder))
    Path("specs/more.overlay.yaml").unlink()
    Path("specs/more.yaml").write_bytes(b"changed")
    assert is_stale(folder, manifest(folder))
    Path("specs/more.yaml").unlink()
    assert not is_stale(folder, manifest(folder))


def test_files_of_the_user_and_time_stamps_change_nothing(folder: Path) -> None:
    (folder / "custom.py").write_text("MINE = 1\n")
    os.utime("specs/acme.yaml", (1, 1))
    assert as_it_was_built(folder)
    assert not is_stale(folder, manifest(folder))


def test_other_templates_and_other_versions_ask_for_a_build(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("templates/client.py.jinja").write_text("other")
    assert not as_it_was_built(folder)
    monkeypatch.setattr("connector_generator.emit.freshness.__version__", "0.0.0")
    assert is_stale(folder, manifest(folder))


def test_a_package_whose_spec_is_elsewhere_is_not_called_stale(folder: Path) -> None:
    Path("specs/acme.yaml").unlink()
    assert not is_stale(folder, manifest(folder))


def test_the_digest_of_files_knows_names_and_contents(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("1")
    second.write_text("2")
    together = digest_of_files([first, second])
    assert together == digest_of_files([second, first])
    second.write_text("3")
    assert together != digest_of_files([first, second])
    assert digest_of_files([first]) != digest_of_files([second.rename(tmp_path / "c")])
