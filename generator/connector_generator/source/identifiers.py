"""Names that a file gives to its own parts: ``$id``, ``$anchor``, ``$dynamicAnchor``, ``$self``.

Few descriptions use them, so a file is only searched when its text mentions one.
"""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag, urljoin

from connector_generator.location import pointer
from connector_generator.source.grammar import DATA, EXTENSION, FIELDS, MAPS, OTHER
from connector_generator.source.tree import is_array, is_object

_KEYWORDS = ("$id", "$anchor", "$dynamicAnchor", "$self")


@dataclass(slots=True)
class Identifiers:
    """The identified parts of one file."""

    base: str
    """The URI of the whole file: ``$self`` when given, else its location."""
    bases: dict[str, str] = field(default_factory=dict[str, str])
    """Pointer -> absolute URI of schemas with ``$id``."""
    resources: dict[str, str] = field(default_factory=dict[str, str])
    """Absolute URI -> pointer."""
    anchors: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    """(URI of the resource, anchor) -> pointer."""

    def base_at(self, at: str) -> str:
        """The URI that references at a pointer are relative to."""
        if not self.bases:
            return self.base
        while at:
            if at in self.bases:
                return self.bases[at]
            at = at[: at.rfind("/")]
        return self.base


def identifiers(tree: Any, text: str, location: str, kind: str) -> Identifiers:
    """What a file names; ``kind`` is that of its root."""
    found = Identifiers(location)
    if not any(keyword in text for keyword in _KEYWORDS):
        return found
    if is_object(tree):
        own = tree.get("$self")
        if isinstance(own, str):
            found.base = urldefrag(urljoin(location, own)).url
    found.resources[found.base] = ""
    _search(tree, kind, found)
    return found


def _search(tree: Any, kind: str, found: Identifiers) -> None:
    stack: list[tuple[Any, str, tuple[str | int, ...], str]] = [(tree, kind, (), found.base)]
    while stack:
        node, kind, path, base = stack.pop()
        if is_array(node):
            items = node
            stack.extend((item, kind, (*path, index), base) for index, item in enumerate(items))
        elif is_object(node) and kind not in {DATA, EXTENSION}:
            entries = node
            if kind in {"schema", OTHER}:
                base = _note(entries, path, base, found)
            inner, fields = MAPS.get(kind), FIELDS.get(kind, {})
            for key, value in entries.items():
                stack.append((value, inner or fields.get(key, OTHER), (*path, key), base))


def _note(node: dict[str, Any], path: tuple[str | int, ...], base: str, found: Identifiers) -> str:
    own = node.get("$id")
    if isinstance(own, str) and not own.startswith("#"):
        base = urldefrag(urljoin(base, own)).url
        found.bases[pointer(path)] = base
        found.resources.setdefault(base, pointer(path))
    for keyword in ("$anchor", "$dynamicAnchor"):
        anchor = node.get(keyword)
        if isinstance(anchor, str):
            found.anchors.setdefault((base, anchor), pointer(path))
    return base
