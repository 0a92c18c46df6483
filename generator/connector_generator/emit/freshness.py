"""Whether a package is what its inputs say, decided from checksums alone, without reading a spec."""

import hashlib
import os
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from connector_generator import __version__
from connector_generator.emit.lock import lock_path
from connector_generator.emit.manifest import changed_by_hand, checksum
from connector_generator.source.boundary import is_url
from connector_generator.source.overlay_files import overlays_beside

if TYPE_CHECKING:
    from connector_generator.source.library import SourceFile

LOCK = "lock"
"""The key of the lock among the inputs."""

_TOOLS = ("black", "datamodel-code-generator")


def tool_versions() -> dict[str, str]:
    """Versions of everything whose text is part of what a build emits."""
    return {"connector-generator": __version__, **{tool: version(tool) for tool in _TOOLS}}


def digest_of_files(paths: Iterable[Path]) -> str:
    """One sha256 over the names and contents of files."""
    total = hashlib.sha256()
    for path in sorted(paths):
        total.update(path.name.encode())
        total.update(checksum(path.read_bytes()).encode())
    return total.hexdigest()


def build_record(
    specs: Sequence[str],
    inputs: Mapping[str, str],
    templates: Sequence[Path],
    options: Mapping[str, Any],
) -> dict[str, Any]:
    """The manifest's section ``build``.

    ``inputs`` maps files, relative to the first spec's folder, and URLs to their sha256; the lock
    stands there under ``LOCK``.
    """
    paths = [path for folder in templates for path in folder.rglob("*") if path.is_file()]
    return {
        "specs": list(specs),
        "tools": tool_versions(),
        "templates": digest_of_files(paths),
        "options": dict(options),
        "inputs": dict(sorted(inputs.items())),
    }


def recorded_specs(build: Mapping[str, Any]) -> tuple[str, ...]:
    """The specs of a manifest's section ``build``; there was one only, ``spec``, earlier."""
    return tuple(build.get("specs") or ([build["spec"]] if build.get("spec") else ()))


def same_build(folder: Path, manifest: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Whether the package in ``folder`` was built as ``record`` says and is still as it was built."""
    return manifest.get("build") == record and not changed_by_hand(folder, manifest)


def relative_inputs(spec: str, files: "Iterable[SourceFile]") -> dict[str, str]:
    """The files of a build, relative to the folder of its spec, with their sha256."""
    home = home_of(spec)
    return {
        (
            each.location if is_url(each.location) else os.path.relpath(each.location, home)
        ): each.sha256
        for each in files
    }


def current_record(
    specs: Sequence[str],
    labels: Sequence[str],
    build: Mapping[str, Any],
    lock: Path,
    templates: Sequence[Path],
    options: Mapping[str, Any],
) -> dict[str, Any]:
    """What a build of the same inputs would record now; overlays that appeared count as inputs."""
    inputs = current_inputs(specs[0], {*build["inputs"], *_beside(specs)} - {LOCK})
    return build_record(labels, {**inputs, LOCK: _digest(lock)}, templates, options)


def current_inputs(spec: str, recorded: Iterable[str]) -> dict[str, str]:
    """The sha256 of each recorded input as it is now; a missing file has the empty one."""
    home = home_of(spec)
    return {name: _digest(home / name) for name in recorded}


def _beside(specs: Sequence[str]) -> list[str]:
    """The overlays beside specs, relative to the folder of the first."""
    home = home_of(specs[0])
    overlays = (overlay for spec in specs for overlay in overlays_beside(Path(spec)))
    return [os.path.relpath(overlay, home) for overlay in overlays]


def home_of(spec: str) -> Path:
    """The folder that a build's inputs are relative to."""
    if is_url(spec):
        return Path()
    return Path(spec) if Path(spec).is_dir() else Path(spec).parent


def _digest(path: Path) -> str:
    try:
        return checksum(path.read_bytes())
    except OSError:
        return ""


def is_stale(folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether a package differs from its inputs or was changed by hand.

    A package whose spec is not here to compare with is not called stale. Templates are not
    compared: which were used is not known.
    """
    if changed_by_hand(folder, manifest):
        return True
    build = manifest["build"]
    specs = recorded_specs(build)
    if not specs or not all(Path(spec).exists() for spec in specs):
        return False
    lock = lock_path(manifest["connector"]["name"], specs[0], folder.parent)
    names = {*build["inputs"], *_beside(specs)} - {LOCK}
    inputs = current_inputs(specs[0], names) | {LOCK: _digest(lock)}
    return bool(build["tools"] != tool_versions() or build["inputs"] != inputs)
