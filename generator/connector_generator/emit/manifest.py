"""``connector.json``: what a package was built from, and the checksum of every file in it."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

MANIFEST = "connector.json"
CUSTOM = "custom.py"
"""The file of a package that belongs to its user: created once, never touched again."""


def checksum(content: bytes) -> str:
    """The sha256 of a file's content, in hex."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> dict[str, Any] | None:
    """The manifest of the package in ``folder``; None when there is none that can be read."""
    try:
        manifest: Any = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return None
    return cast("dict[str, Any]", manifest) if isinstance(manifest, dict) else None


def with_manifest(
    files: Mapping[str, bytes], facts: Mapping[str, Any], build: Mapping[str, Any]
) -> dict[str, bytes]:
    """The package's files and their manifest; ``facts`` is for the runtime, ``build`` for us."""
    manifest = {
        "format": 1,
        "connector": facts,
        "build": build,
        "files": {path: checksum(files[path]) for path in sorted(files)},
    }
    text = json.dumps(manifest, indent=1, ensure_ascii=False) + "\n"
    return {**files, MANIFEST: text.encode()}


def changed_by_hand(folder: Path, manifest: Mapping[str, Any]) -> list[str]:
    """Files of the manifest that are missing or differ from what the last build wrote."""
    recorded: Mapping[str, str] = manifest.get("files", {})
    return [path for path, digest in recorded.items() if _digest(folder / path) != digest]


def _digest(path: Path) -> str:
    try:
        return checksum(path.read_bytes())
    except OSError:
        return ""
