"""What a build would change in a package, as a unified diff."""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

LIMIT = 400
"""Lines of difference that are shown."""


def difference(folder: Path, files: Mapping[str, bytes], old: Mapping[str, Any] | None) -> str:
    """From what lies in ``folder`` to ``files``; ``old`` is the manifest there, for removed files."""
    recorded: Mapping[str, str] = (old or {}).get("files", {})
    lines: list[str] = []
    for path in sorted({*files, *recorded}):
        lines.extend(_one(folder / path, path, files.get(path, b"")))
    if len(lines) > LIMIT:
        lines = [*lines[:LIMIT], f"… {len(lines) - LIMIT} more lines\n"]
    return "".join(lines)


def _one(target: Path, path: str, content: bytes) -> Iterator[str]:
    current = target.read_bytes() if target.is_file() else b""
    if current == content:
        return
    yield from difflib.unified_diff(
        current.decode(errors="replace").splitlines(keepends=True),
        content.decode(errors="replace").splitlines(keepends=True),
        f"{path} (on disk)",
        f"{path} (built)",
    )
