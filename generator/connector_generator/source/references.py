"""Finds every reference of a description, in the order of the document, without recursion."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from connector_generator.location import pointer
from connector_generator.source.grammar import (
    DATA,
    EXTENSION,
    FIELDS,
    MAPPING,
    MAPS,
    MAPS_WITH_EXTENSIONS,
    OTHER,
    UNKNOWN,
)

Path = tuple[Any, ...]
"""A linked path, cheap to extend: () is the root, else (path of the parent, key)."""

_Job = tuple[Any, Any, str, Path]


@dataclass(slots=True)
class Site:
    """One reference: ``holder[key]`` is the object that holds it.

    For kind MAPPING (a discriminator's), the holder is the mapping and its value is the text.
    """

    holder: Any
    key: str | int
    kind: str
    path: Path
    reference: str

    @property
    def node(self) -> Any:
        """The object with the reference, as it stands now."""
        return self.holder[self.key]

    def rewrite(self, reference: str) -> None:
        """Let it point elsewhere; what stands beside the reference stays."""
        if self.kind == MAPPING:
            self.holder[self.key] = reference
            return
        node = self.node
        node.pop("$dynamicRef", None)
        node["$ref"] = reference

    def siblings(self) -> dict[str, Any]:
        """What stands beside the reference."""
        node = self.node
        return {key: value for key, value in node.items() if key not in ("$ref", "$dynamicRef")}


def path_pointer(path: Path) -> str:
    """The JSON pointer of a linked path."""
    keys: list[Any] = []
    while path:
        keys.append(path[1])
        path = path[0]
    return pointer(reversed(keys))


def references(holder: Any, key: str | int, kind: str) -> Iterator[Site]:
    """Every reference in ``holder[key]``. Replacing the object of a yielded site is allowed."""
    stack: list[_Job] = [(holder, key, kind, ())]
    while stack:
        holder, key, kind, path = stack.pop()
        node = holder[key]
        if node.__class__ is list:
            stack.extend((node, index, kind, (path, index)) for index in reversed(range(len(node))))
        elif kind == MAPPING:
            yield from _mapping(node, path)
        elif node.__class__ is dict:
            reference = _reference(node, kind)
            if reference is not None:
                yield Site(holder, key, kind, path, reference)
                if holder[key] is not node or kind != "schema":
                    continue  # It was replaced, or what stands beside it is for readers only.
            stack.extend(reversed(_children(node, kind, path)))


def _reference(node: dict[str, Any], kind: str) -> str | None:
    reference = node.get("$ref")
    if reference is None and kind == "schema":
        reference = node.get("$dynamicRef")
    return reference if isinstance(reference, str) else None


def _children(node: dict[str, Any], kind: str, path: Path) -> list[_Job]:
    inner = MAPS.get(kind)
    if inner is not None:
        extensible = kind in MAPS_WITH_EXTENSIONS
        return [
            (
                node,
                key,
                EXTENSION if extensible and key.startswith("x-") else inner,
                (path, key),
            )
            for key, value in node.items()
            if value.__class__ is dict or value.__class__ is list
        ]
    fields, unknown = FIELDS[kind], UNKNOWN.get(kind, OTHER)
    jobs: list[_Job] = []
    for key, value in node.items():
        if value.__class__ is dict or value.__class__ is list:
            child = fields.get(key) or (EXTENSION if key.startswith("x-") else unknown)
            if child is not DATA:
                jobs.append((node, key, child, (path, key)))
    return jobs


def _mapping(node: Any, path: Path) -> Iterator[Site]:
    if node.__class__ is dict:
        for name, target in list(node.items()):
            if isinstance(target, str):
                yield Site(node, name, MAPPING, (path, name), target)
