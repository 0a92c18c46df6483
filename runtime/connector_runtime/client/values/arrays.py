"""Makers of arrays: one or two items, or as many as the bounds ask for."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from connector_runtime.client.values.checks import identity
from connector_runtime.client.values.dice import draw
from connector_runtime.client.values.reach import item_counts
from connector_runtime.client.values.schema import JSON, Schema, resolve
from connector_runtime.client.values.workshop import Maker, Workshop

_TRIES_PER_ITEM = 20
_Filler: TypeAlias = Callable[[str, int, int], list[JSON]]
"""From place, room of the items and their number to the items."""


def array_maker(schema: Schema, workshop: Workshop) -> Maker:
    """A maker of arrays of ``schema``; empty where the items do not fit and none are asked for."""
    items: Schema = schema.get("items", {})
    low, high = item_counts(schema)
    may_be_empty = schema.get("minItems", 0) == 0 and not schema.get("prefixItems")
    fill = _unique(items, workshop) if schema.get("uniqueItems") else _plain(schema, workshop)
    fits = workshop.reach.fits

    def make(place: str, room: int) -> JSON:
        if high == 0 or ((may_be_empty or room <= 0) and not fits(items, room - 1)):
            return []
        return fill(place, room - 1, low + draw(f"{place}/#", high - low + 1))

    return make


def _plain(schema: Schema, workshop: Workshop) -> _Filler:
    prefix: Sequence[Schema] = schema.get("prefixItems", ())
    first = [workshop.maker(member) for member in prefix]
    if not first and "contains" in schema:
        fewest = min(int(schema.get("minContains", 1)), 100)
        first = [workshop.maker(schema["contains"])] * fewest
    rest = workshop.maker(schema.get("items", {}))

    def fill(place: str, room: int, count: int) -> list[JSON]:
        makers = first + [rest] * (count - len(first))
        return [maker(f"{place}/{index}", room) for index, maker in enumerate(makers)]

    return fill


def _unique(items: Schema, workshop: Workshop) -> _Filler:
    """Enumerations are dealt out in turn; other values are made until enough of them differ."""
    choices: list[JSON] = resolve(items, workshop.lookup).get("enum", [])
    maker, other = workshop.maker(items), workshop.inventive_maker(items)

    def deal(place: str, room: int, count: int) -> list[JSON]:
        start = draw(place, len(choices))
        return [choices[(start + turn) % len(choices)] for turn in range(min(count, len(choices)))]

    def search(place: str, room: int, count: int) -> list[JSON]:
        found: dict[str, JSON] = {}
        for turn in range(count * _TRIES_PER_ITEM):
            value = (other if turn else maker)(f"{place}/{turn}", room)
            found.setdefault(identity(value), value)
            if len(found) == count:
                break
        return list(found.values())

    return deal if choices else search
