"""Makers of unions: which variant, and with which tag."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from connector_runtime.client.values.dice import draw
from connector_runtime.client.values.schema import (
    JSON,
    Lookup,
    Schema,
    component_key,
    is_mapping,
    properties_of,
    resolve,
    tag_property,
    tags_by_component,
    variants,
)
from connector_runtime.client.values.workshop import Maker, Workshop

_TRIES = 8


@dataclass(frozen=True, slots=True)
class _Variant:
    """One member of a union, and the tag that a value of it must carry."""

    schema: Schema
    maker: Maker
    tag: JSON = None


def union_maker(schema: Schema, workshop: Workshop) -> Maker:
    """A maker of values of one of the variants.

    ``oneOf`` variants that may overlap are tried until a value is of exactly one; where none is,
    the last value stands.
    """
    known = _variants(schema, workshop)
    by_room: dict[int, list[_Variant]] = {}
    tag = tag_property(schema)
    exact = "oneOf" in schema and not tag and not _disjoint(variants(schema), workshop.lookup)

    def make_one(place: str, room: int, turn: int) -> JSON:
        fitting = by_room.get(room)
        if fitting is None:
            fitting = by_room[room] = _fitting(known, workshop, room)
        index = draw(f"{place}|", len(fitting))
        variant = fitting[(index + turn) % len(fitting)]
        value = variant.maker(f"{place}~{turn}" if turn else place, room)
        if variant.tag is not None and is_mapping(value):
            value[tag] = variant.tag
        return value

    def make(place: str, room: int) -> JSON:
        value = make_one(place, room, 0)
        turn = 1
        while exact and turn < _TRIES and not workshop.validator.conforms(schema, value):
            value = make_one(place, room, turn)
            turn += 1
        return value

    return make


def _variants(schema: Schema, workshop: Workshop) -> list[_Variant]:
    known = [
        variant
        for member in _useful(schema, workshop.lookup)
        for variant in _tagged(schema, member, workshop)
    ]
    return known or [_Variant({}, workshop.maker({}))]


def _tagged(schema: Schema, member: Schema, workshop: Workshop) -> Sequence[_Variant]:
    """The member once per tag that its own properties allow; without a tag in plain unions."""
    maker = workshop.maker(member)
    key, tag = component_key(member), tag_property(schema)
    target = resolve(member, workshop.lookup)
    if not tag or key is None or "properties" not in target:
        return [_Variant(member, maker)]
    own = properties_of(target).get(tag, {})
    choices = {str(each): each for each in resolve(own, workshop.lookup).get("enum", ())}
    tags = [choices.get(each, each) for each in tags_by_component(schema).get(key, [key])]
    allowed = [each for each in tags if workshop.validator.conforms(own, each)]
    return [_Variant(member, maker, each) for each in allowed or tags[:1]]


def _useful(schema: Schema, lookup: Lookup) -> Sequence[Schema]:
    """Without members that lead back to themselves, and markers such as ``""`` for "unset"."""
    members = [member for member in variants(schema) if not _circular(member, lookup)]
    scalars = [member for member in members if _is_scalar(resolve(member, lookup))]
    if "x-expansionResources" in schema and scalars:
        return scalars  # the vendor sends the id unless the caller asks for the object
    return [member for member in members if member.get("enum") != [""]] or members


def _is_scalar(schema: Schema) -> bool:
    return schema.get("type") in {"string", "integer", "number", "boolean"}


def _circular(member: Schema, lookup: Lookup) -> bool:
    """Whether a reference reaches itself through references and unions alone."""
    key = component_key(member)
    waiting = [member] if key is not None else []
    seen: set[str] = set()
    while waiting:
        target = resolve(waiting.pop(), lookup)
        for inner in variants(target):
            inner_key = component_key(inner)
            if inner_key == key:
                return True
            if inner_key is not None and inner_key not in seen:
                seen.add(inner_key)
                waiting.append(inner)
    return False


def _fitting(known: list[_Variant], workshop: Workshop, room: int) -> list[_Variant]:
    return [each for each in known if workshop.reach.fits(each.schema, room)] or known


def _disjoint(members: Sequence[Schema], lookup: Lookup) -> bool:
    """Whether no value can be of two members, as far as their types tell."""
    types = [str(_type(resolve(member, lookup))) for member in members]
    if "None" in types or {"integer", "number"} <= set(types):
        return False
    return len(set(types)) == len(types)


def _type(schema: Mapping[str, JSON]) -> JSON:
    return schema.get("type") if not schema.get("nullable") else None
