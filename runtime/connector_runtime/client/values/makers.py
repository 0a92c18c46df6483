"""Turns schemas into makers, once per component; a maker turns places into values.

Everything that depends on the schema alone (is the example valid, which variants, which bounds) is
decided when the maker is made, so that making a value is little more than drawing.
"""

import copy
import json
from collections.abc import Callable

from connector_runtime.client.values.arrays import array_maker
from connector_runtime.client.values.dice import draw
from connector_runtime.client.values.numbers import integer_maker, number_maker
from connector_runtime.client.values.objects import object_maker
from connector_runtime.client.values.reach import LARGEST, Include, Reach, is_object, own_values
from connector_runtime.client.values.schema import (
    JSON,
    Lookup,
    Schema,
    View,
    component_key,
    hidden_of,
    is_list,
    is_mapping,
    nullable,
    resolve,
    variants,
)
from connector_runtime.client.values.strings import string_maker
from connector_runtime.client.values.unions import union_maker
from connector_runtime.client.values.validation import Validator
from connector_runtime.client.values.workshop import Maker

_CONDITIONS = frozenset({"not", "if"})
_TRIES = 8


class Makers:
    """The makers of one view of a description's components."""

    def __init__(self, lookup: Lookup, view: View, include: Include) -> None:
        self.lookup = lookup
        self.view: View = view
        self.include: Include = include
        self.reach = Reach(lookup, view, include)
        self.validator = Validator(lookup, view)
        self._components: dict[str, Maker] = {}

    def maker(self, schema: Schema, hint: str = "") -> Maker:
        """A maker of values; the description's own examples come first."""
        for value in own_values(schema):
            shown = self._shown(schema, value)
            if len(json.dumps(shown, default=str)) <= LARGEST and self._valid(schema, shown):
                return _constant(shown)
        return self._null_or(schema, self._inventive(schema, hint))

    def inventive_maker(self, schema: Schema) -> Maker:
        """A maker that passes over the description's own examples, for values that must differ."""
        return self._inventive(resolve(schema, self.lookup), "")

    def _valid(self, schema: Schema, value: JSON) -> bool:
        return self.validator.conforms(schema, value)

    def _shown(self, schema: Schema, value: JSON) -> JSON:
        """An example of an object without the properties that this view does not have."""
        hidden = hidden_of(resolve(schema, self.lookup), self.view, self.lookup)
        if not is_mapping(value) or not hidden:
            return value
        return {name: item for name, item in value.items() if name not in hidden}

    def _null_or(self, schema: Schema, make: Maker) -> Maker:
        """Null where nothing else fits; only schemas that can be cut need to ask."""
        if not nullable(schema, self.lookup) or self.reach.fits(schema, 0):
            return make
        fits = self.reach.fits
        return lambda place, room: make(place, room) if fits(schema, room) else None

    def _inventive(self, schema: Schema, hint: str) -> Maker:
        key = component_key(schema)
        if key is not None:
            return self._component(key)
        if "enum" in schema:
            make = self._enum(schema)
        elif variants(schema):
            make = union_maker(schema, self)
        elif is_object(schema):
            make = object_maker(schema, self)
        elif schema.get("type") == "array":
            make = array_maker(schema, self)
        else:
            make = _scalar(schema, hint)
        return self._conditional(schema, make) if schema.keys() & _CONDITIONS else make

    def _component(self, key: str) -> Maker:
        """Made on first use, because components refer to each other in circles."""

        def make(place: str, room: int) -> JSON:
            known = self._components.get(key)
            if known is None:
                target = resolve({"$ref": f"#/components/schemas/{key}"}, self.lookup)
                known = self._components[key] = self.maker(target)
            return known(place, room)

        return make

    def _enum(self, schema: Schema) -> Maker:
        values: list[JSON] = schema["enum"]
        rest = {key: value for key, value in schema.items() if key != "enum"}
        valid = [value for value in values if self._valid(rest, value)] or values or [None]
        useful = [value for value in valid if value != ""] or valid
        count = len(useful)
        return (
            _constant(useful[0]) if count == 1 else lambda place, room: useful[draw(place, count)]
        )

    def _conditional(self, schema: Schema, make: Maker) -> Maker:
        """Values until one holds; where none does, the last one stands."""

        def make_valid(place: str, room: int) -> JSON:
            value = make(place, room)
            for turn in range(1, _TRIES):
                if self._valid(schema, value):
                    break
                value = make(f"{place}~{turn}", room)
            return value

        return make_valid


def _constant(value: JSON) -> Maker:
    if is_mapping(value) or is_list(value):
        return lambda place, room: copy.deepcopy(value)
    return lambda place, room: value


_SCALARS: dict[str, Callable[[Schema, str], Callable[[str], JSON]]] = {
    "integer": integer_maker,
    "number": number_maker,
    "boolean": lambda schema, hint: lambda place: draw(place, 2) == 1,
    "null": lambda schema, hint: lambda place: None,
}


def _scalar(schema: Schema, hint: str) -> Maker:
    """Strings also stand for what the schema says nothing about."""
    make = _SCALARS.get(schema.get("type", "string"), string_maker)(schema, hint)
    return lambda place, room: make(place)
