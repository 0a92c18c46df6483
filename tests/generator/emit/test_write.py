"""Writing a package: all of it or nothing, and never a file of somebody else."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.emit.manifest import MANIFEST, read_manifest, with_manifest
from connector_generator.emit.write import (
    compare,
    create_missing,
    ensure_writable,
    make_ready,
    write_package,
)

FIRST = {"__init__.py": b"1\n", "models/pet.py": b"pet\n", "client.py": b"client\n"}
SECOND = {"__init__.py": b"2\n", "models/dog.py": b"dog\n", "client.py": b"client\n"}


def package(files: dict[str, bytes]) -> dict[str, bytes]:
    return with_manifest(files, {"name": "acme"}, {})


def content(folder: Path) -> dict[str, bytes]:
    """Every file but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package that was written before."""
    folder = tmp_path / "generated" / "acme"
    write_package(folder, package(FIRST), None)
    return folder


def test_a_package_is_written_and_replaced(folder: Path) -> None:
    assert content(folder) == FIRST
    written = write_package(folder, package(SECOND), read_manifest(folder))
    assert content(folder) == SECOND
    assert written.added == ("models/dog.py",)
    assert written.changed == ("__init__.py",)
    assert written.removed == ("models/pet.py",)
    assert written.unchanged == 1
    assert [path.name for path in folder.parent.iterdir()] == ["acme"]


def test_unchanged_files_stay_the_files_they_were(folder: Path) -> None:
    os.utime(folder / "client.py", (1, 1))
    inode = (folder / "client.py").stat().st_ino
    write_package(folder, package(SECOND), read_manifest(folder))
    after = (folder / "client.py").stat()
    assert (after.st_ino, after.st_mtime) == (inode, 1)


def test_a_file_edited_by_hand_is_written_anew_though_the_build_did_not_change_it(
    folder: Path,
) -> None:
    (folder / "client.py").write_bytes(b"edited\n")
    write_package(folder, package(SECOND), read_manifest(folder))
    assert content(folder) == SECOND


def test_files_of_the_user_are_kept(folder: Path) -> None:
    (folder / "custom.py").write_text("MINE = 1\n")
    (folder / "own" / "deep").mkdir(parents=True)
    (folder / "own/deep/notes.txt").write_text("mine")
    (folder / "link").symlink_to("own/deep/notes.txt")
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__/client.pyc").write_bytes(b"")
    write_package(folder, package(SECOND), read_manifest(folder), {"custom.py": b"ours\n"})
    assert (folder / "custom.py").read_text() == "MINE = 1\n"
    assert (folder / "own/deep/notes.txt").read_text() == "mine"
    assert os.readlink(folder / "link") == "own/deep/notes.txt"
    assert not (folder / "__pycache__").exists()


def test_files_that_belong_to_the_user_are_created_where_they_are_missing(tmp_path: Path) -> None:
    assert create_missing(tmp_path, {"a.py": b"1", "tests/b.py": b"2"}) == ("a.py", "tests/b.py")
    (tmp_path / "a.py").write_bytes(b"mine")
    assert create_missing(tmp_path, {"a.py": b"1", "tests/b.py": b"2"}) == ()
    assert content(tmp_path) == {"a.py": b"mine", "tests/b.py": b"2"}


def failing(original: Callable[..., Any], fails_at: int, error: BaseException) -> Any:
    """The function, which raises at its n-th call."""
    calls = 0

    def call(*arguments: Any, **keywords: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise error
        return original(*arguments, **keywords)

    return call


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize(
    ("method", "call"), [("write_bytes", 1), ("write_bytes", 2), ("rename", 1), ("rename", 2)]
)
def test_a_failure_at_any_step_leaves_the_old_package(
    folder: Path, monkeypatch: pytest.MonkeyPatch, method: str, call: int, error: BaseException
) -> None:
    monkeypatch.setattr(Path, method, failing(getattr(Path, method), call, error))
    with pytest.raises(type(error)):
        write_package(folder, package(SECOND), read_manifest(folder))
    assert content(folder) == FIRST
    assert [path.name for path in folder.parent.iterdir()] == ["acme"]


def test_the_next_build_puts_back_what_a_killed_one_had_set_aside(folder: Path) -> None:
    aside = folder.parent / ".acme-old-1234"
    aside.mkdir()
    folder.rename(aside / "acme")
    make_ready(folder)
    assert content(folder) == FIRST
    assert [path.name for path in folder.parent.iterdir()] == ["acme"]


def test_what_a_killed_build_left_behind_is_removed(folder: Path) -> None:
    (folder.parent / ".acme-old-1234/acme").mkdir(parents=True)
    make_ready(folder)
    assert content(folder) == FIRST
    assert [path.name for path in folder.parent.iterdir()] == ["acme"]


def test_a_file_in_the_place_of_a_package_is_refused(tmp_path: Path) -> None:
    (tmp_path / "acme").write_text("mine")
    with pytest.raises(InputError, match="a file lies where the package belongs"):
        make_ready(tmp_path / "acme")
    assert (tmp_path / "acme").read_text() == "mine"


def test_an_output_folder_that_is_a_file_or_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure_writable(tmp_path / "new" / "folder")
    (tmp_path / "file").write_text("")
    for output in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(InputError) as caught:
            ensure_writable(output)
        assert caught.value.code == "output-is-a-file"
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(InputError) as caught:
        ensure_writable(tmp_path / "new")
    assert caught.value.code == "output-not-writable"
    assert not (tmp_path / "new").exists()


def test_comparing_with_nothing_adds_everything(tmp_path: Path) -> None:
    written = compare(tmp_path, package(FIRST), None)
    assert written.added == tuple(sorted(FIRST))
    assert (written.changed, written.removed, written.unchanged) == ((), (), 0)
