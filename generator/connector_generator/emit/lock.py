"""``<name>.lock``: where a spec came from, and the names that were given. An input of every build."""

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from connector_generator.diagnostics import InputError
from connector_generator.location import Location

VERSION = 1


def lock_path(name: str, spec: str, output: Path) -> Path:
    """Beside a spec that lies in a folder ``specs``, else in the output folder."""
    parent = Path(spec).parent
    home = parent if parent.name == "specs" and parent.is_dir() else output
    return home / f"{name}.lock"


def read_lock(path: Path) -> dict[str, Any]:
    """The lock's content; empty when there is no lock yet."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return {}
    try:
        lock: Any = json.loads(content)
    except ValueError as error:
        raise _unreadable(path, str(error)) from error
    if not isinstance(lock, dict) or cast("dict[str, Any]", lock).get("version") != VERSION:
        raise _unreadable(path, f"its version is not {VERSION}")
    return cast("dict[str, Any]", lock)


def _unreadable(path: Path, why: str) -> InputError:
    return InputError(
        "unreadable-lock",
        Location(str(path)),
        f"the lock cannot be read: {why}",
        "restore it from version control; deleting it gives every operation a new name",
    )


def lock_text(origins: Mapping[str, str], names: Mapping[str, Any]) -> str:
    """The lock as text. ``origins`` maps each document to its sha256."""
    lock = {"version": VERSION, "origins": dict(origins), "names": names}
    return json.dumps(lock, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def write_lock(path: Path, text: str) -> None:
    """Replace the lock at once, and only where it differs: names are lost with half a lock."""
    content = text.encode()
    if path.is_file() and path.read_bytes() == content:
        return
    half = path.with_name(f".{path.name}.new")
    half.write_bytes(content)
    os.replace(half, path)
