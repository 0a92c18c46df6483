"""Which examples reach the tables: those that are valid where they stand, and not too long.

Descriptions are full of examples that their own schemas refuse; nobody who asks for arguments or
for a reply should get one of those.
"""

import json
from collections.abc import Iterable, Mapping

from connector_generator.ir.types import JSON, NamedType, Schema
from connector_runtime.client.values import Validator, View

_LARGEST = 8_000
"""Characters. A line of the table is decoded as a whole before the first call of its operation."""

_VIEWS: tuple[View, ...] = ("request", "reply")


class Examples:
    """Chooses among the examples of one API."""

    def __init__(self, types: Mapping[str, NamedType]) -> None:
        def lookup(key: str) -> Schema:
            return types[key].schema

        self._validators = {view: Validator(lookup, view) for view in _VIEWS}

    def first_valid(self, schema: Schema, examples: Iterable[JSON], view: View) -> JSON:
        """The first example that may be shown; None where there is none."""
        validator = self._validators[view]
        for example in examples:
            size = len(json.dumps(example, ensure_ascii=False, default=str))
            if size <= _LARGEST and validator.conforms(schema, example):
                return example
        return None

    def shown_in(self, schema: Schema, examples: Iterable[JSON]) -> Schema:
        """A schema of what is sent, with the example that was written beside it.

        There it is found by whoever asks the schema for a value: arguments, mocks, contract tests.
        """
        example = self.first_valid(schema, examples, "request")
        return schema if example is None else {**schema, "example": example}
