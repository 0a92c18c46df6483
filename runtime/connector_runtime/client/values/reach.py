"""How deep a value must and may go: what keeps recursive schemas finite and objects small.

``room`` is the number of containers that may still be nested. Optional parts that need more room
than is left are cut; required parts always have it, because the room of the root is chosen so.
"""

import json
from typing import Any, Literal, TypeAlias

from connector_runtime.client.values.schema import (
    JSON,
    Lookup,
    Schema,
    View,
    component_key,
    hidden_of,
    is_list,
    nullable,
    properties_of,
    required_of,
    resolve,
    rest_of,
    variants,
)

Include: TypeAlias = Literal["required", "all"]
"""Whether optional properties are there."""

LARGEST = 20_000
"""Bytes of JSON beyond which no optional part is added."""

_TYPICAL = 6_000
_SHALLOW = 3
_DEEPEST_OPTIONAL = 7
_DEEPEST_REQUIRED = 40
_MOST_ITEMS = 1000


def item_counts(schema: Schema) -> tuple[int, int]:
    """The fewest and most items to make; a ``minItems`` above a thousand is not obeyed."""
    least = min(int(schema.get("minItems", 0)), _MOST_ITEMS)
    most = int(schema.get("maxItems", _MOST_ITEMS))
    first = len(schema.get("prefixItems", ()))
    low = min(max(least, first, 1), max(most, least))
    return low, max(low, min(2, most))


def is_object(schema: Schema) -> bool:
    """Whether values of the schema are objects."""
    return schema.get("type") == "object" or "properties" in schema


def possible(schema: Schema) -> bool:
    """False for the schema that forbids everything."""
    return schema.get("not") != {}


def own_values(schema: Schema) -> list[JSON]:
    """What the description itself offers: examples, then the default; empty values say nothing."""
    examples: Any = schema.get("examples")
    offered: list[JSON] = [schema["example"]] if "example" in schema else []
    if is_list(examples):
        offered.extend(examples)
    offered.append(schema.get("default"))
    return [value for value in offered if value not in (None, "", [], {})]


class Reach:
    """Answers for one view of the components behind ``lookup``; remembers per component."""

    def __init__(self, lookup: Lookup, view: View, include: Include) -> None:
        self._lookup = lookup
        self._view: View = view
        self._include: Include = include
        self._fitting: dict[tuple[str, int], bool] = {}
        self._extents: dict[tuple[str, int], int] = {}
        self._rooms: dict[str, int] = {}

    def room(self, schema: Schema) -> int:
        """The room for a value whose root is ``schema``; 0 where no finite value exists."""
        key = component_key(schema)
        if key is None:
            return self._room(schema)
        if key not in self._rooms:
            self._rooms[key] = self._room(schema)
        return self._rooms[key]

    def _room(self, schema: Schema) -> int:
        rooms = range(_DEEPEST_REQUIRED)
        least = next((room for room in rooms if self.fits(schema, room)), None)
        if least is None:
            return 0
        best = least
        for room in range(least + 1, _DEEPEST_OPTIONAL + 1):
            if self.extent(schema, room) > (LARGEST if room <= _SHALLOW else _TYPICAL):
                break
            best = room
        return best

    def fits(self, schema: Schema, room: int) -> bool:
        """Whether a value other than null can be made within ``room``."""
        key = component_key(schema)
        if key is None:
            return self._fits(schema, room)
        known = self._fitting.get((key, room))
        if known is None:
            self._fitting[key, room] = False  # while a cycle without a container is on its way
            known = self._fitting[key, room] = self._fits(resolve(schema, self._lookup), room)
        return known

    def fits_or_null(self, schema: Schema, room: int) -> bool:
        """Whether any value can be made within ``room``, null included."""
        return self.fits(schema, room) or nullable(schema, self._lookup)

    def _fits(self, schema: Schema, room: int) -> bool:
        if members := variants(schema):
            return any(self.fits(member, room) for member in members)
        if is_object(schema):
            return room > 0 and all(
                self.fits_or_null(inner, room - 1) for inner in self._needed(schema)
            )
        if schema.get("type") == "array" and schema.get("minItems", 0) > 0:
            return room > 0 and self.fits_or_null(schema.get("items", {}), room - 1)
        return True

    def _needed(self, schema: Schema) -> list[Schema]:
        properties, required = properties_of(schema), required_of(schema)
        hidden = hidden_of(schema, self._view, self._lookup)
        names = [name for name in required if name in properties]
        needed = [properties[name] for name in names if name not in hidden]
        if len(names) < max(len(required), int(schema.get("minProperties", 0))):
            needed.append(rest_of(schema) or {})
        return needed

    def extent(self, schema: Schema, room: int) -> int:
        """About how many bytes a value takes; not exact beyond :data:`LARGEST`."""
        key = component_key(schema)
        if key is None:
            return self._extent(schema, room)
        known = self._extents.get((key, room))
        if known is None:
            self._extents[key, room] = 0
            known = self._extent(resolve(schema, self._lookup), room)
            self._extents[key, room] = known
        return known

    def _extent(self, schema: Schema, room: int) -> int:
        if offered := own_values(schema):
            return max(len(json.dumps(value, default=str)) for value in offered)
        if members := variants(schema):
            fitting = [member for member in members if self.fits(member, room)]
            return max([self.extent(member, room) for member in fitting], default=4)
        if is_object(schema):
            return self._object_extent(schema, room)
        if schema.get("type") == "array":
            items: Schema = schema.get("items", {})
            if room == 0 or not self.fits(items, room - 1):
                return 2
            return 2 + item_counts(schema)[1] * self.extent(items, room - 1)
        return max(24, min(int(schema.get("minLength", 0)), LARGEST))

    def _object_extent(self, schema: Schema, room: int) -> int:
        total = 2
        required, properties = frozenset(required_of(schema)), properties_of(schema)
        for name, inner in properties.items():
            wanted = self._include == "all" or name in required
            if room > 0 and wanted and self.fits(inner, room - 1):
                total += len(name) + 6 + self.extent(inner, room - 1)
            if total > LARGEST:
                return total
        rest = rest_of(schema)
        if not properties and rest and room > 0:
            total += 2 * (self.extent(rest, room - 1) + 16)
        return total
