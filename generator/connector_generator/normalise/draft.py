"""What the passes hand to each other: the tree they own, and the one way to report a repair."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, TypeGuard

from connector_generator.diagnostics import Diagnostics
from connector_generator.location import Location

Node: TypeAlias = dict[str, Any]
"""An object of the document, most often a schema."""

SCHEMA_PREFIX = "#/components/schemas/"

_SWAGGER_PLACES = (
    ("/components/schemas/", "/definitions/"),
    ("/components/responses/", "/responses/"),
    ("/components/parameters/", "/parameters/"),
    ("/components/securitySchemes/", "/securityDefinitions/"),
)


@dataclass(slots=True)
class Draft:
    """One document on its way to the dialect. Passes change ``root`` in place.

    ``references`` are the objects with a ``$ref`` found while the tree was copied; ``version`` is
    the dialect the document was written in. ``shaped`` are the parameters, media types, bodies and
    replies that are in the dialect's shape already, by identity: operations share them.
    """

    name: str
    root: Node
    locate: Callable[[str], Location]
    diagnostics: Diagnostics
    references: list[Node] = field(default_factory=list[Node])
    shaped: dict[int, Node] = field(default_factory=dict[int, Node])
    version: tuple[int, int] = (3, 1)

    def note(self, code: str, pointer: str, message: str, advice: str = "") -> None:
        """Report what was inferred or left out."""
        self.diagnostics.note(code, self.source_pointer(pointer), message, advice)

    def warn(self, code: str, pointer: str, message: str, advice: str = "") -> None:
        """Report what was invalid and has been repaired."""
        self.diagnostics.warn(code, self.source_pointer(pointer), message, advice)

    def source_pointer(self, pointer: str) -> str:
        """The place in the bundled document; Swagger 2.0 keeps its components elsewhere."""
        if self.version[0] == 2:
            for ours, theirs in _SWAGGER_PLACES:
                if pointer.startswith(ours):
                    return theirs + pointer[len(ours) :]
        return pointer

    def section(self, name: str) -> Node:
        """One map of ``components``, created when it is missing."""
        components = self.root.setdefault("components", {})
        section: Node = components.setdefault(name, {})
        return section


def is_node(value: object) -> TypeGuard[Node]:
    """Whether the value is an object of the document (keys are strings since the copy)."""
    return type(value) is dict


def is_list(value: object) -> TypeGuard[list[Any]]:
    """Whether the value is a list of the document."""
    return type(value) is list


def text(value: object) -> str:
    """A scalar of the document as a string; anything else is no text."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float)) else ""
