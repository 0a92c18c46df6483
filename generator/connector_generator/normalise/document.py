"""What normalisation gives to the stages after it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from connector_generator.location import Location


@dataclass(frozen=True, slots=True)
class NormalisedDocument:
    """A document in the dialect.

    ``locate`` answers a pointer into the bundled document (``x-connector-pointer``) with the place
    in the source file.
    """

    name: str
    root: dict[str, Any]
    locate: Callable[[str], Location]
