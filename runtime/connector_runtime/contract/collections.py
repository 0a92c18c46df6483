"""Paths as collections of things: ``/pets`` lists what ``/pets/{pet_id}`` names."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple, cast

from connector_runtime.client.mocking.words import singular
from connector_runtime.client.operation import Operation, Parameter
from connector_runtime.client.pointers import find, tokens_of

_PLACE = re.compile(r"\{[^{}]*\}")
_KEYS = ("id", "sid", "uuid", "uid", "gid", "key", "name", "slug")
_LISTS = ("data", "items", "results", "records", "values", "value", "entries", "list")


class Home(NamedTuple):
    """Where the things are listed whose last identifier a path takes."""

    collection: str
    """The path of the collection; empty where the path has no such form."""
    name: str
    """The wire name of the identifier."""


def open_parameters(operation: Operation) -> tuple[Parameter, ...]:
    """The path parameters that each call must fill, in the order of the path."""
    named = {each.wire: each for each in operation.parameters if each.location == "path"}
    places = (each[1:-1] for each in _PLACE.findall(operation.path))
    found = (named[place] for place in places if place in named)
    return tuple(each for each in found if not each.client_parameter)


def home_of(operation: Operation) -> Home:
    """The collection of the last identifier in a path that has one."""
    last = open_parameters(operation)[-1]
    place = f"/{{{last.wire}}}"
    head, found, rest = operation.path.rpartition(place)
    return Home(head if found and not rest.startswith(("{", ".")) else "", last.wire)


def shape_of(path: str) -> str:
    """A path without the names of its parameters, which differ between operations."""
    return _PLACE.sub("{}", path.rstrip("/"))


def identifier(item: Any, wire: str, nouns: tuple[str, ...]) -> Any:
    """What identifies an item of a list: the member named as the parameter, ``id``, or alike.

    None where there is none. An item that is a text or a number identifies itself.
    """
    if isinstance(item, (str, int)) and not isinstance(item, bool):
        return item
    if not isinstance(item, dict):
        return None
    members = cast("dict[str, Any]", item)
    named = (f"{noun}{ending}" for noun in nouns for ending in ("_id", "Id", "ID"))
    for key in (wire, *_KEYS[:1], *named, *_KEYS[1:]):
        value = members.get(key)
        if isinstance(value, (str, int)) and not isinstance(value, bool) and value != "":
            return value
    return None


def items_of(operation: Operation, document: Any) -> list[Any] | None:
    """The items of a list's reply; None where the reply is no list."""
    pointer = (operation.pagination or {}).get("items")
    if pointer is not None:
        found = find(document, tokens_of(pointer)) if pointer else document
        return cast("list[Any]", found) if isinstance(found, list) else None
    if isinstance(document, list):
        return cast("list[Any]", document)
    if not isinstance(document, dict):
        return None
    members = cast("dict[str, Any]", document)
    names = (*_LISTS, *_words(operation))
    found = next((members[name] for name in names if isinstance(members.get(name), list)), None)
    return cast("list[Any] | None", found)


def nouns_of(operation: Operation) -> tuple[str, ...]:
    """What one of a list's items may be called."""
    return tuple(dict.fromkeys(singular(each) for each in _words(operation)))


def _words(operation: Operation) -> Iterator[str]:
    """What a list's items may be called together: by its path, its method path, its pagination."""
    yield operation.path.rstrip("/").rpartition("/")[2].partition(".")[0].lower().replace("-", "_")
    resource = operation.method_path.split(".")
    if len(resource) > 1:
        yield resource[-2]
    yield from tokens_of((operation.pagination or {}).get("items", ""))[-1:]
