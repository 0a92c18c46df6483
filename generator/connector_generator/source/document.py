"""What the source stage gives to all others: one tree, and where each part of it came from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from connector_generator.location import Location


@dataclass(frozen=True, slots=True)
class Document:
    """A bundled OpenAPI document: every ``$ref`` is local.

    ``name`` is the file's stem. ``locate`` answers a JSON pointer into ``root`` with the place in
    the source file that it came from; of an unknown pointer, its nearest known ancestor.
    """

    name: str
    root: dict[str, Any]
    locate: Callable[[str], Location]
