"""Makers of objects and maps: which properties are there, and how many others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connector_runtime.client.values.dice import Dice
from connector_runtime.client.values.formats import WORDS
from connector_runtime.client.values.reach import possible
from connector_runtime.client.values.schema import (
    JSON,
    Schema,
    hidden_of,
    properties_of,
    required_of,
    rest_of,
)
from connector_runtime.client.values.workshop import Maker, Workshop

_MOST_PROPERTIES = 1000


@dataclass(frozen=True, slots=True)
class _Plan:
    """What an object holds when a certain room is left."""

    members: Sequence[tuple[str, str, Maker]]
    """Name, what it adds to the place, maker."""
    others: int


def object_maker(schema: Schema, workshop: Workshop) -> Maker:
    """A maker of objects of ``schema``."""
    plans: dict[int, _Plan] = {}
    fill = _others(schema, workshop)

    def make(place: str, room: int) -> JSON:
        if room <= 0:
            return {}  # only where recursion is required without end
        inner = room - 1
        plan = plans.get(room)
        if plan is None:
            plan = plans[room] = _plan(schema, workshop, inner)
        made = {name: maker(place + step, inner) for name, step, maker in plan.members}
        if plan.others:
            fill(made, plan.others, place, inner)
        return made

    return make


def _plan(schema: Schema, workshop: Workshop, room: int) -> _Plan:
    hidden = hidden_of(schema, workshop.view, workshop.lookup)
    properties: Mapping[str, Schema] = {
        name: inner for name, inner in properties_of(schema).items() if name not in hidden
    }
    names = _chosen(schema, properties, workshop, room)
    other = rest_of(schema) or {}
    members = [
        (name, f"/{name}", workshop.maker(properties.get(name, other), name)) for name in names
    ]
    return _Plan(members, _other_count(schema, len(names), workshop.reach.fits(other, room)))


def _other_count(schema: Schema, named: int, fits: bool) -> int:
    """How many properties without a name to add: what is missing, and one entry for a map."""
    if rest_of(schema) is None:
        return 0
    least = min(int(schema.get("minProperties", 0)), _MOST_PROPERTIES)
    wanted = 1 if not schema.get("properties") and not named and fits else 0
    return min(max(least - named, wanted), int(schema.get("maxProperties", _MOST_PROPERTIES)))


def _chosen(
    schema: Schema, properties: Mapping[str, Schema], workshop: Workshop, room: int
) -> list[str]:
    declared = properties_of(schema)
    required = [name for name in required_of(schema) if name in properties or name not in declared]
    wanted = dict.fromkeys([*required, *_variant_names(schema, required)])
    optional = [
        name
        for name, inner in properties.items()
        if name not in wanted and possible(inner) and workshop.reach.fits(inner, room)
    ]
    least = min(int(schema.get("minProperties", 0)), _MOST_PROPERTIES)
    if workshop.include == "required":
        # An empty object says nothing, and a form cannot even send it.
        optional = optional[: max(least - len(wanted), 0 if wanted else 1)]
    most = int(schema.get("maxProperties", _MOST_PROPERTIES)) - len(wanted)
    wanted.update(dict.fromkeys(optional[: max(most, 0)]))
    _add_dependents(schema, wanted)
    order = {name: place for place, name in enumerate(properties)}
    return sorted(wanted, key=lambda name: order.get(name, len(order)))


def _variant_names(schema: Schema, required: Sequence[str]) -> Sequence[str]:
    """``x-required-variants`` are sets of names of which one must be there: the first is."""
    sets: Sequence[Sequence[str]] = schema.get("x-required-variants", ())
    if not sets or any(set(names) <= set(required) for names in sets):
        return ()
    return sets[0]


def _add_dependents(schema: Schema, wanted: dict[str, None]) -> None:
    dependents: Mapping[str, Sequence[str]] = schema.get("dependentRequired", {})
    waiting = list(wanted)
    while waiting:
        for name in dependents.get(waiting.pop(), ()):
            if name not in wanted:
                wanted[name] = None
                waiting.append(name)


def _others(schema: Schema, workshop: Workshop) -> "_Filler":
    value = workshop.maker(rest_of(schema) or {})
    names: Schema | None = schema.get("propertyNames")
    name_maker = workshop.inventive_maker({"type": "string", **names}) if names else None
    return _Filler(value, name_maker)


@dataclass(frozen=True, slots=True)
class _Filler:
    """Adds properties that the schema does not name."""

    value: Maker
    name: Maker | None

    def __call__(self, made: dict[str, JSON], count: int, place: str, room: int) -> None:
        wanted = len(made) + count
        for turn in range(count * 4):
            name = self._name(f"{place}/*{turn}", turn >= count)
            if name not in made:
                made[name] = self.value(f"{place}/{name}", room)
            if len(made) == wanted:
                return

    def _name(self, place: str, longer: bool) -> str:
        if self.name is not None:
            return str(self.name(place, 0))
        dice = Dice(place)
        return f"{dice.pick(WORDS)}_{dice.below(10_000)}" if longer else dice.pick(WORDS)
