"""Where in a reply, as the description sees it: which parts of a JSON pointer are names, and which
are data (indexes of arrays, keys of maps)."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from connector_runtime.client.values import Lookup, Schema
from connector_runtime.client.values.schema import is_mapping, properties_of, resolve, variants

_NAME = re.compile(r"[$@]?[A-Za-z_][\w.$-]{0,63}", re.ASCII)
"""What looks like a member's name, and not like somebody's address."""
_DEEPEST = 8


class Place(NamedTuple):
    """A pointer that may be shown, and its pattern."""

    pointer: str
    pattern: str


def place_of(pointer: str, schema: Schema, lookup: Lookup) -> Place:
    """The place of a pointer into a reply of ``schema``; keys that are data become ``*``."""
    schemas: Sequence[Schema] = (schema,)
    shown: list[str] = []
    pattern: list[str] = []
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        name, schemas = _step(key, tuple(_expanded(schemas, lookup)))
        shown.append(token if name or key.isdigit() else "*")
        pattern.append(token if name else "*")
    return Place(*("".join(f"/{each}" for each in parts) for parts in (shown, pattern)))


def _step(key: str, schemas: Sequence[Schema]) -> tuple[bool, Sequence[Schema]]:
    """Whether ``key`` is a name, and the schemas of what it leads to."""
    named = [properties_of(each)[key] for each in schemas if key in properties_of(each)]
    if named:
        return True, named
    rest = [each["additionalProperties"] for each in schemas if each.get("additionalProperties")]
    if key.isdigit() and not rest:
        items = [each["items"] for each in schemas if "items" in each]
        first = [each for schema in schemas for each in schema.get("prefixItems", ())]
        return False, items + first
    maps = [each for each in rest if is_mapping(each)]
    declared = any(properties_of(each) for each in schemas)
    return (declared or not rest) and bool(_NAME.fullmatch(key)), maps


def _expanded(schemas: Sequence[Schema], lookup: Lookup, depth: int = 0) -> Iterator[Schema]:
    """The schemas and all members of their unions."""
    for each in schemas:
        target = resolve(each, lookup)
        yield target
        if depth < _DEEPEST:
            inner = [*variants(target), *(target[key] for key in ("then", "else") if key in target)]
            yield from _expanded(inner, lookup, depth + 1)
