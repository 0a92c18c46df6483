"""Whether a package is what its inputs say, decided from checksums alone, without reading a spec."""

import hashlib
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from connector_generator import __version__
from connector_generator.emit.manifest import changed_by_hand, checksum

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
    spec: str, inputs: Mapping[str, str], templates: Path, options: Mapping[str, Any]
) -> dict[str, Any]:
    """The manifest's section ``build``.

    ``inputs`` maps files, relative to the spec's folder, and URLs to their sha256.
    """
    return {
        "spec": spec,
        "tools": tool_versions(),
        "templates": digest_of_files(path for path in templates.rglob("*") if path.is_file()),
        "options": dict(options),
        "inputs": dict(sorted(inputs.items())),
    }


def same_build(folder: Path, manifest: Mapping[str, Any], record: Mapping[str, Any]) -> bool:
    """Whether the package in ``folder`` was built as ``record`` says and is still as it was built."""
    return manifest.get("build") == record and not changed_by_hand(folder, manifest)


def current_inputs(spec: str, recorded: Iterable[str]) -> dict[str, str]:
    """The sha256 of each recorded input as it is now; a missing file has the empty one."""
    home = Path(spec) if Path(spec).is_dir() else Path(spec).parent
    return {name: _digest(home / name) for name in recorded}


def _digest(path: Path) -> str:
    try:
        return checksum(path.read_bytes())
    except OSError:
        return ""


def is_stale(folder: Path, manifest: Mapping[str, Any]) -> bool:
    """Whether a package differs from its inputs or was changed by hand.

    A package whose spec is not here to compare with is not called stale.
    """
    if changed_by_hand(folder, manifest):
        return True
    build = manifest["build"]
    if not Path(build["spec"]).exists():
        return False
    return (
        build["tools"] != tool_versions()
        or current_inputs(build["spec"], build["inputs"]) != build["inputs"]
    )
