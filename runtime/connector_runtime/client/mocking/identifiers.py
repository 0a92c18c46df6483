"""Identifiers of what is created, in the vendor's style."""

import re
from functools import partial
from typing import Any

from connector_runtime.client.mocking.blueprint import Blueprint
from connector_runtime.client.mocking.resources import Resource
from connector_runtime.client.values import Schema, Validator
from connector_runtime.client.values.dice import Dice
from connector_runtime.client.values.schema import properties_of, resolve

_PREFIXED = re.compile(r"(?P<prefix>[A-Za-z]{1,12}[_-])(?P<rest>[A-Za-z0-9]{4,})")
_LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


class Identifiers:
    """Makes identifiers; the same seed and number give the same ones."""

    def __init__(self, blueprint: Blueprint, seed: int) -> None:
        self._lookup = blueprint.lookup
        self._value = partial(blueprint.values.value, seed)
        self._validator = Validator(blueprint.lookup, "reply")
        self._seed = seed

    def make(self, resource: Resource, number: int) -> Any:
        """The identifier of the ``number``-th thing that is created, valid for its schema."""
        schema = self._schema(resource)
        if schema.get("type") == "integer":
            return max(int(schema.get("minimum", 1)), 1) + 1000 + number
        style = self._styled(schema, resource, number)
        if style and self._validator.conforms(schema, style):
            return style
        inventive = {
            key: value for key, value in schema.items() if key not in ("example", "default")
        }
        return self._value(inventive, (resource.collection, "id", str(number)))

    def _schema(self, resource: Resource) -> Schema:
        item = resolve(resource.schema, self._lookup)
        return resolve(properties_of(item).get(resource.identifier, {}), self._lookup)

    def _styled(self, schema: Schema, resource: Resource, number: int) -> str:
        if schema.get("format") == "uuid" or "pattern" in schema or "enum" in schema:
            return ""
        dice = Dice(f"{self._seed}\0{resource.collection}\0{number}")
        example = schema.get("example")
        if isinstance(example, str) and example.isdigit():
            start = dice.pick("123456789")
            return start + dice.text("0123456789", len(example) - 1)
        match = _PREFIXED.fullmatch(example) if isinstance(example, str) else None
        prefix = match["prefix"] if match else f"{resource.word}_"
        length = len(match["rest"]) if match else 14
        return prefix + dice.text(_LETTERS, length)
