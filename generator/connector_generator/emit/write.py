"""Writing a package: all of it or nothing, and nothing that has not changed."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.emit.manifest import MANIFEST, checksum
from connector_generator.location import Location


@dataclass(frozen=True, slots=True)
class Written:
    """Paths inside the package, by what became of them."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    unchanged: int


def ensure_writable(output: Path) -> None:
    """Raise InputError for an output folder that is a file, or in which nothing can be made."""
    place = output
    while not place.exists() and place != place.parent:
        place = place.parent
    if not place.is_dir():
        raise InputError(
            "output-is-a-file",
            Location(str(place)),
            "the output folder is a file",
            "remove it, or name another folder with -o",
        )
    if not os.access(place, os.W_OK | os.X_OK):
        raise InputError(
            "output-not-writable",
            Location(str(place)),
            "nothing can be written here",
            "change its permissions, or name another folder with -o",
        )


def make_ready(folder: Path) -> None:
    """Put back the package that a build which was killed had set aside.

    Raises InputError where a file has the package's place: it is not ours to replace.
    """
    for aside in sorted(folder.parent.glob(f".{folder.name}-old-*")):
        if not folder.exists() and (aside / folder.name).is_dir():
            (aside / folder.name).rename(folder)
        shutil.rmtree(aside, ignore_errors=True)
    if folder.exists() and not folder.is_dir():
        raise InputError(
            "package-is-a-file",
            Location(str(folder)),
            "a file lies where the package belongs",
            "move it away, or give the connector another name with --name",
        )


def compare(folder: Path, files: Mapping[str, bytes], old: Mapping[str, Any] | None) -> Written:
    """What writing ``files`` to ``folder`` would change; ``old`` is the manifest that lies there."""
    recorded: Mapping[str, str] = (old or {}).get("files", {})
    added = tuple(sorted(path for path in files if path not in recorded and path != MANIFEST))
    changed = tuple(
        sorted(
            path
            for path, content in files.items()
            if path in recorded and recorded[path] != checksum(content)
        )
    )
    removed = tuple(sorted(path for path in recorded if path not in files))
    return Written(added, changed, removed, len(files) - len(added) - len(changed) - 1)


def write_package(
    folder: Path,
    files: Mapping[str, bytes],
    old: Mapping[str, Any] | None,
    own: Mapping[str, bytes] | None = None,
) -> Written:
    """Swap in the package. Files that are not in the old manifest are the user's, and are kept.

    ``own`` are files of the user too, created where they are missing. Unchanged files stay the files
    they were (time stamps included); a failure leaves the old folder as it was.
    """
    written = compare(folder, files, old)
    folder.parent.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    staging.chmod(0o755)
    try:
        _fill(staging, folder, files, written)
        _keep_foreign(staging, folder, (old or {}).get("files", {}))
        create_missing(staging, own or {})
        _swap(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return written


def _fill(staging: Path, folder: Path, files: Mapping[str, bytes], written: Written) -> None:
    fresh = {*written.added, *written.changed, MANIFEST}
    for path, content in files.items():
        target = staging / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path in fresh or not _link(folder / path, target, content):
            target.write_bytes(content)


def _link(source: Path, target: Path, content: bytes) -> bool:
    """Whether ``target`` could be made the same file as an unchanged ``source``."""
    with suppress(OSError):
        if source.read_bytes() == content:
            os.link(source, target)
            return True
    return False


def _keep_foreign(staging: Path, folder: Path, recorded: Mapping[str, str]) -> None:
    for source in sorted(folder.rglob("*")) if folder.is_dir() else []:
        path = source.relative_to(folder)
        if "__pycache__" in path.parts or source.is_dir():
            continue
        target = staging / path
        if path.as_posix() not in recorded and not target.exists() and path.name != MANIFEST:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target, follow_symlinks=False)


def _swap(staging: Path, folder: Path) -> None:
    """Put ``staging`` in the place of ``folder``; undone when the second step fails."""
    if not folder.exists():
        staging.rename(folder)
        return
    aside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-old-", dir=folder.parent))
    try:
        folder.rename(aside / folder.name)
        staging.rename(folder)
    except BaseException:
        with suppress(FileNotFoundError):
            (aside / folder.name).rename(folder)
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def create_missing(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files that are not there, and leave all others alone. Returns those written."""
    missing = tuple(path for path in files if not (folder / path).exists())
    for path in missing:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(files[path])
    return missing
