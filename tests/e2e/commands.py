"""The command as its user runs it: a process in a folder."""

import os
import subprocess
import sys
from pathlib import Path

SPECS = Path(__file__).parents[2] / "specs"
COMMAND = str(Path(sys.executable).with_name("connectorgen"))


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run connectorgen in a folder."""
    return _process(folder, [COMMAND, *arguments], environment)


def python(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a folder."""
    return _process(folder, [sys.executable, *arguments], environment)


def _process(
    folder: Path, command: list[str], environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), **environment},
    )


def digest(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
