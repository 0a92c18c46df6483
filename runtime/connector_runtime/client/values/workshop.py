"""What the makers of containers need of the place that makes all makers."""

from collections.abc import Callable
from typing import Protocol, TypeAlias

from connector_runtime.client.values.reach import Include, Reach
from connector_runtime.client.values.schema import JSON, Lookup, Schema, View
from connector_runtime.client.values.validation import Validator

Maker: TypeAlias = Callable[[str, int], JSON]
"""From a place (seed, operation, pointer) and the room that is left to a value."""


class Workshop(Protocol):
    """Makes makers, and knows the components."""

    lookup: Lookup
    view: View
    include: Include
    reach: Reach
    validator: Validator

    def maker(self, schema: Schema, hint: str = "") -> Maker:
        """A maker of values; the description's own examples come first."""
        ...

    def inventive_maker(self, schema: Schema) -> Maker:
        """A maker that passes over the description's own examples, for values that must differ."""
        ...
