"""What a connector is called: the name of its package, its environment variables and its tools."""

import keyword
import re
import unicodedata
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.boundary import is_url
from connector_generator.source.tree import is_object

_GENERIC = frozenset({"openapi", "swagger", "api", "spec", "index"})
_MAX_LENGTH = 64


def connector_name(root: dict[str, Any], location: str, override: str | None = None) -> str:
    """The name given, else ``x-connector-name``, else the file's; a snake_case identifier."""
    wanted = override or _declared(root) or document_name(location)
    name = snake_case(wanted)
    if not name:
        raise InputError(
            "connector-name",
            Location(location),
            f"no name for the connector can be made of {wanted!r}",
            "Give one with --name.",
        )
    return name


def _declared(root: dict[str, Any]) -> str | None:
    info = root.get("info")
    holders = (root, info if is_object(info) else {})
    names = (holder.get("x-connector-name") for holder in holders)
    return next((name for name in names if isinstance(name, str) and name), None)


def document_name(location: str) -> str:
    """The stem of a file; of a file called ``openapi`` or the like, its folder's name."""
    parts = urlsplit(location)
    path = PurePosixPath(parts.path if is_url(location) else location)
    stem = path.stem
    if stem and stem.lower() not in _GENERIC:
        return stem
    folders = [part for part in path.parent.parts if part not in {"/", ".", ".."}]
    if folders:
        return folders[-1]
    host = (parts.hostname or "").removeprefix("www.").removeprefix("api.")
    return host.rpartition(".")[0] or host or stem


def snake_case(text: str) -> str:
    """A lower-case identifier of the words in a text, or nothing when it has none."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", plain)
    name = re.sub(r"[^a-z0-9]+", "_", spaced.lower()).strip("_")[:_MAX_LENGTH].strip("_")
    if name[:1].isdigit():
        name = f"api_{name}"
    return f"{name}_" if keyword.iskeyword(name) else name
