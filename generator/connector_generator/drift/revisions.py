"""``rev:path``: a description as it stood at a revision of git, written to a temporary folder.

The file is written with its overlays and its lock. Where it refers to files beside it, or where the
path is a folder, all descriptions below that folder are written.
"""

import shutil
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.boundary import SUFFIXES, is_url
from connector_generator.source.limits import MAX_BYTES, MAX_FILES

_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Revision:
    """A path at a revision, in the repository whose root is ``top``."""

    argument: str
    revision: str
    path: str
    top: Path


def is_revision(argument: str) -> bool:
    """Whether an argument can only be meant as ``rev:path``."""
    revision, colon, path = argument.partition(":")
    return (
        bool(colon and revision and path) and not is_url(argument) and not Path(argument).exists()
    )


@contextmanager
def checked_out(argument: str) -> Generator[tuple[Path, Path]]:
    """The description as a path on disk, and the temporary folder that it lies in."""
    revision = _resolved(argument)
    with TemporaryDirectory(prefix="connectorgen-") as folder:
        home = Path(folder).resolve()
        yield home / _write(revision, home), home


def write_around(argument: str, home: Path) -> None:
    """Write also what lies around a file, because it refers to other files."""
    revision = _resolved(argument)
    parent = str(PurePosixPath(revision.path).parent)
    _write_tree(revision, "" if parent == "." else parent, home)


def _resolved(argument: str) -> Revision:
    name, _, path = argument.partition(":")
    if name.startswith("-"):
        raise _problem(
            argument, "bad-revision", f"{name!r} is no revision", "Name a commit or a branch."
        )
    if shutil.which("git") is None:
        raise _problem(argument, "no-git", "git is not installed", "Install git, or give files.")
    top = _text(argument, Path.cwd(), "rev-parse", "--show-toplevel", "--show-prefix")
    if top is None:
        raise _problem(
            argument, "no-repository", "this folder is in no git repository", "Give a file."
        )
    root, prefix = (*top.splitlines(), "")[:2]
    if (
        _text(argument, Path(root), "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        is None
    ):
        raise _problem(
            argument,
            "bad-revision",
            f"there is no revision {name!r}",
            "See `git log` and `git tag`.",
        )
    return Revision(argument, name, _within(path, prefix), Path(root))


def _within(path: str, prefix: str) -> str:
    """The path from the repository's root; one that starts with ``./`` is relative to here."""
    joined = PurePosixPath(prefix) / path if path.startswith(("./", "../")) else PurePosixPath(path)
    parts: list[str] = []
    for part in joined.parts:
        if part == ".." and parts:
            parts.pop()
        elif part not in (".", ".."):
            parts.append(part)
    return "/".join(parts)


def _write(revision: Revision, home: Path) -> str:
    """Write what stands at the path; the path it has below the temporary folder."""
    kind = _text(
        revision.argument, revision.top, "cat-file", "-t", f"{revision.revision}:{revision.path}"
    )
    if kind is None:
        raise _problem(
            revision.argument,
            "missing-file",
            f"{revision.path!r} does not exist at {revision.revision!r}",
            "Give its path from the root of the repository, or start it with `./`.",
        )
    if kind.strip() == "tree":
        _write_tree(revision, revision.path, home)
        return revision.path
    path = PurePosixPath(revision.path)
    parent = "" if str(path.parent) == "." else str(path.parent)
    for name in _names(revision, parent, recursive=False):
        own = PurePosixPath(name)
        if own == path or (own.name.startswith(f"{path.stem}.") and _is_beside(own)):
            _write_file(revision, name, home)
    return revision.path


def _is_beside(path: PurePosixPath) -> bool:
    return path.suffix == ".lock" or ".overlay." in path.name


def _write_tree(revision: Revision, folder: str, home: Path) -> None:
    names = [
        name
        for name in _names(revision, folder, recursive=True)
        if PurePosixPath(name).suffix.lower() in SUFFIXES
    ]
    if len(names) > MAX_FILES:
        raise _problem(
            revision.argument,
            "too-many-files",
            f"the folder has more than {MAX_FILES:,} files",
            "Give the document itself.",
        )
    for name in names:
        _write_file(revision, name, home)


def _names(revision: Revision, folder: str, *, recursive: bool) -> list[str]:
    options = ["-r"] if recursive else []
    path = [f"{folder}/"] if folder else []
    listed = _bytes(
        revision.argument, revision.top, "ls-tree", "-z", "--name-only", *options,
        revision.revision, "--", *path,
    )  # fmt: skip
    return [name for name in (listed or b"").decode(errors="replace").split("\0") if name]


def _write_file(revision: Revision, name: str, home: Path) -> None:
    target = home / name
    if target.exists() or not target.resolve().is_relative_to(home):
        return
    content = _bytes(revision.argument, revision.top, "show", f"{revision.revision}:{name}")
    if content is None or len(content) > MAX_BYTES:
        raise _problem(
            f"{revision.revision}:{name}", "unreadable-file", "git cannot show it", "Give a file."
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _text(argument: str, folder: Path, *command: str) -> str | None:
    output = _bytes(argument, folder, *command)
    return None if output is None else output.decode(errors="replace")


def _bytes(argument: str, folder: Path, *command: str) -> bytes | None:
    """What git prints; None where it refuses."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *command],
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            stdin=subprocess.DEVNULL,
        )
    except subprocess.TimeoutExpired:
        raise _problem(argument, "git-too-slow", "git does not answer", "Give a file.") from None
    return done.stdout if done.returncode == 0 else None


def _problem(argument: str, code: str, message: str, help_: str) -> InputError:
    return InputError(code, Location(argument), message, help_)
