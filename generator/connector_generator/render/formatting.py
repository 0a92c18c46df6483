"""Formats Python files with black, or with ruff, whose output is the same.

Black needs two seconds for ten thousand lines, so files are shared out to processes, and what was
formatted once is remembered by content: the cache may be shared by any number of builds.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Literal, TypeAlias

from connector_generator.render import black_worker
from connector_generator.render.black_worker import LINE_LENGTH, FormatterError

Formatter: TypeAlias = Literal["black", "ruff"]

_DOUBTFUL = re.compile(r"[ ]*(?:\) -> |(?:async )?def |return |\w+: .* = |\w+: \w+\.)")
"""Starts of lines that black breaks and ruff leaves, when a name in them is wider than a line."""

_FEW = 40_000
"""Characters that one process formats sooner than a second one starts."""


def format_files(
    files: Mapping[str, str], formatter: Formatter = "black", cache: Path | None = None
) -> dict[str, str]:
    """The files in their order, each Python file formatted; others are passed through.

    With ``cache`` formatted text is kept in that folder by the hash of what it was made from.
    """
    sources = {path: text for path, text in files.items() if path.endswith(".py")}
    keys = {path: _key(text, formatter) for path, text in sources.items()}
    known = {path: text for path in sources if (text := _cached(cache, keys[path])) is not None}
    missing = {path: text for path, text in sources.items() if path not in known}
    made = _ruff(missing) if formatter == "ruff" else _black(missing)
    for path, text in made.items():
        _remember(cache, keys[path], text)
    formatted = known | made
    return {path: formatted.get(path, text) for path, text in files.items()}


def default_cache() -> Path:
    """The user's cache folder for formatted text."""
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "connectorgen" / "format"


def _key(text: str, formatter: Formatter) -> str:
    salt = f"{formatter} {version(formatter)} {LINE_LENGTH}\0"
    return hashlib.sha256((salt + text).encode()).hexdigest()


def _cached(cache: Path | None, key: str) -> str | None:
    if cache is None:
        return None
    try:
        return (cache / key[:2] / key).read_text(encoding="utf-8")
    except OSError:
        return None


def _remember(cache: Path | None, key: str, text: str) -> None:
    """Write aside and rename, so that another build sees all of it or nothing.

    A cache that cannot be written costs time, not the build.
    """
    if cache is None:
        return
    folder = cache / key[:2]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, delete=False, encoding="utf-8") as file:
            file.write(text)
        os.replace(file.name, folder / key)
    except OSError:
        return


def _black(files: Mapping[str, str]) -> dict[str, str]:
    """Black, for the files that need it.

    Templates write nearly all files as formatters want them, and what ruff leaves as it is black
    leaves as it is too (a test compares them): asking ruff first costs a twentieth of it.
    """
    settled = {
        path: text
        for path, text in _ruff(files).items()
        if text == files[path] and not _doubtful(text)
    }
    return settled | black_files({path: files[path] for path in files if path not in settled})


def _doubtful(text: str) -> bool:
    """Whether the two formatters may differ: that is where one name is too wide for its line."""
    wide = (line for line in text.splitlines() if len(line) > LINE_LENGTH)
    return any(_DOUBTFUL.match(line) and ": TypeAlias = " not in line for line in wide)


def black_files(files: Mapping[str, str]) -> dict[str, str]:
    """In this process what is little, else in as many as there are processors."""
    if sum(map(len, files.values())) <= _FEW:
        return black_worker.format_each(files)
    paths = sorted(files, key=lambda path: (-len(files[path]), path))
    workers = min(len(paths), os.cpu_count() or 1)
    shares = [{path: files[path] for path in paths[start::workers]} for start in range(workers)]
    with ThreadPoolExecutor(workers) as pool:
        formatted = list(pool.map(_black_process, shares))
    return {path: text for share in formatted for path, text in share.items()}


def _black_process(files: dict[str, str]) -> dict[str, str]:
    """A process of our own: one of multiprocessing's would import the caller's program again."""
    command = [sys.executable, "-m", black_worker.__name__]
    result = subprocess.run(
        command, input=json.dumps(files).encode(), capture_output=True, check=False
    )
    if result.returncode:
        raise FormatterError(result.stderr.decode(errors="replace").strip())
    formatted: dict[str, str] = json.loads(result.stdout)
    return formatted


def _ruff(files: Mapping[str, str]) -> dict[str, str]:
    """All files in one call, in a folder of their own."""
    if not files:
        return {}
    with tempfile.TemporaryDirectory() as folder:
        names = {path: Path(folder, f"file{number}.py") for number, path in enumerate(files)}
        for path, name in names.items():
            name.write_text(files[path], encoding="utf-8", newline="\n")
        options = ["--isolated", "--no-cache", "--target-version", "py311"]
        options += ["--line-length", str(LINE_LENGTH)]
        command = [sys.executable, "-m", "ruff", "format", *options, folder]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode:
            raise FormatterError(_named(result.stderr.strip(), names))
        return {path: name.read_text(encoding="utf-8") for path, name in names.items()}


def _named(message: str, names: Mapping[str, Path]) -> str:
    """The formatter's message with the paths of the package."""
    for path, name in names.items():
        message = message.replace(f"{name}:", f"{path}:")
    return message
