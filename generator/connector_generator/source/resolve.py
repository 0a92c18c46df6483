"""The SPEC argument to documents: a file, a URL, a folder, or the name of a shipped connector."""

import difflib
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from connector_generator.assets import specs_folder
from connector_generator.diagnostics import Diagnostics, InputError
from connector_generator.location import Location
from connector_generator.source.boundary import SUFFIXES, is_url
from connector_generator.source.limits import MAX_BYTES, MAX_FILES
from connector_generator.source.overlay_files import is_overlay, overlays_beside
from connector_generator.source.positions import Locate
from connector_generator.source.tree import is_object

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]*")
_MENTION = re.compile(rb"""(?:^|[{,\s])["']?(?:openapi|swagger)["']?\s*:""")


@dataclass(frozen=True, slots=True)
class Spec:
    """What a SPEC argument stands for."""

    argument: str
    documents: tuple[str, ...]
    """Paths or URLs of the documents; of a folder, of files that may be documents."""
    folder: Path | None = None
    """The folder, when one was given: references may lead anywhere below it."""
    overlays: tuple[str, ...] = ()
    """Overlays that lie beside the document, named after it."""


def resolve_spec(argument: str, diagnostics: Diagnostics) -> Spec:
    """Find the documents of a SPEC argument."""
    if is_url(argument):
        return Spec(argument, (argument,))
    path = Path(argument)
    if not path.exists():
        path = _shipped(argument)
    if path.is_dir():
        return Spec(argument, _candidates(path, diagnostics), path, overlays_beside(path))
    if is_overlay(path.name):
        _skip_overlay(path, diagnostics)
        return Spec(argument, ())
    return Spec(argument, (path.as_posix(),), None, overlays_beside(path))


def _shipped(argument: str) -> Path:
    """A connector by its name, of the working folder's ``specs`` or of ours."""
    folders = [Path("specs"), specs_folder()]
    if _NAME.fullmatch(argument):
        for folder in folders:
            for suffix in ("", ".yaml", ".yml", ".json"):
                path = folder / f"{argument}{suffix}"
                if path.exists():
                    return path
    raise InputError(
        "spec-not-found",
        Location(argument),
        "there is no such file, folder or shipped connector",
        _suggestion(argument, folders),
    )


def _suggestion(argument: str, folders: list[Path]) -> str:
    names = sorted(
        {
            path.stem
            for folder in folders
            if folder.is_dir()
            for path in folder.iterdir()
            if path.suffix in SUFFIXES and not is_overlay(path.name)
        }
    )
    close = difflib.get_close_matches(Path(argument).stem, names, 1)
    return f"Did you mean `{close[0]}`?" if close else "Check the path."


def _candidates(folder: Path, diagnostics: Diagnostics) -> tuple[str, ...]:
    """The files of a folder that mention a version of OpenAPI; whether at their root, loading tells."""
    found: list[str] = []
    for path in _files(folder):
        if is_overlay(path.name):
            _skip_overlay(path, diagnostics)
        elif _mentions_version(path):
            found.append(path.as_posix())
    return tuple(found)


def _skip_overlay(path: Path, diagnostics: Diagnostics) -> None:
    diagnostics.note("overlay-skipped", "", f"{path.as_posix()} is an overlay, not a document")


def _files(folder: Path) -> Iterator[Path]:
    count = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() not in SUFFIXES or name.startswith(".") or path.is_symlink():
                continue
            count += 1
            if count > MAX_FILES:
                raise InputError(
                    "too-many-files",
                    Location(str(folder)),
                    f"the folder has more than {MAX_FILES:,} files",
                    "Give the document itself.",
                )
            yield path


def _mentions_version(path: Path) -> bool:
    if path.stat().st_size > MAX_BYTES:
        return False
    data = path.read_bytes()
    if data[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        data = data.replace(b"\0", b"")
    return _MENTION.search(data) is not None


def is_document(tree: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a tree is a description: its root has ``openapi`` or ``swagger``."""
    return is_object(tree) and ("openapi" in tree or "swagger" in tree)


def check_document(tree: Any, locate: Locate) -> dict[str, Any]:
    """The tree of a description in a version that can be built; anything else is an error."""
    if not is_document(tree):
        raise InputError(
            "not-openapi",
            locate(""),
            "not an OpenAPI document: its root has neither `openapi` nor `swagger`",
            (
                "Give an overlay with --overlay."
                if is_object(tree) and "overlay" in tree
                else "Give a description of OpenAPI 3 or Swagger 2.0."
            ),
        )
    root = tree
    version = str(root.get("openapi", root.get("swagger")))
    if not (version.startswith("3.") if "openapi" in root else version in {"2.0", "2"}):
        raise InputError(
            "unsupported-version",
            locate("/openapi" if "openapi" in root else "/swagger"),
            f"version {version} is not supported",
            "Convert it to OpenAPI 3.0 or later; Swagger 2.0 works as it is.",
        )
    return root
