"""Where an inline schema stands, and the names that follow from it.

A name is made of the words on the way from a named owner: property names, ``Item``, ``Value``,
``Variant…``. It never depends on anything beside that way. Where two places want one name, both
take the longer form that also says what kind of step each word is.
"""

import hashlib
from dataclasses import dataclass
from typing import NamedTuple

from connector_generator.normalise.names import pascal

PROPERTY, ITEM, VALUE, VARIANT = "Property", "Item", "Value", "Variant"
_MAX_NAME = 120


@dataclass(frozen=True, slots=True)
class Owner:
    """What the names of inline schemas start with: a component, or a part of an operation."""

    name: str
    longer: str
    component: str = ""
    request: bool = False
    pointer: str = ""
    parameter: str = ""
    """The parameter's name, where that is the part."""


class Place(NamedTuple):
    """One step from an owner inwards."""

    parent: "Place | Owner"
    kind: str
    word: str


def steps(place: Place | Owner) -> tuple[Owner, list[Place]]:
    """The owner, and the steps from it."""
    found: list[Place] = []
    while isinstance(place, Place):
        found.append(place)
        place = place.parent
    return place, found[::-1]


def short_name(place: Place | Owner) -> str:
    """``CustomerShippingAddress``."""
    owner, way = steps(place)
    return _fit(owner.name + "".join(map(_word, way)))


def long_name(place: Place | Owner) -> str:
    """The short name with the kind of each step that is a property, and the owner in full."""
    owner, way = steps(place)
    words = ["Property" + _word(step) if step.kind == PROPERTY else _word(step) for step in way]
    return _fit(owner.longer + "".join(words))


def exact_name(place: Place | Owner) -> str:
    """The long name, told apart by a digest of the very place."""
    owner, way = steps(place)
    trail = "/".join([owner.pointer, *(f"{step.kind}:{step.word}" for step in way)])
    return long_name(place) + hashlib.sha256(trail.encode()).hexdigest()[:6].upper()


def last_word(place: Place | Owner) -> str:
    """The name of the innermost property, or of the parameter; empty where there is neither."""
    while isinstance(place, Place):
        if place.kind == PROPERTY:
            return place.word
        place = place.parent
    return place.parameter


def _word(step: Place) -> str:
    if step.kind == PROPERTY:
        return pascal(step.word)
    return step.kind + (pascal(step.word) if step.word else "")


def _fit(name: str) -> str:
    """At most a readable length; the middle of a longer name becomes a digest."""
    if len(name) <= _MAX_NAME:
        return name
    digest = hashlib.sha256(name.encode()).hexdigest()[:8].upper()
    return name[: _MAX_NAME // 2] + digest + name[-_MAX_NAME // 2 + 8 :]
