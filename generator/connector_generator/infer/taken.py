"""What operations take, at any depth: where an argument of another form can be placed."""

from dataclasses import dataclass

from connector_generator.infer.shapes import Types
from connector_generator.ir.api import Operation
from connector_runtime.client.values import Schema
from connector_runtime.client.values import schema as schemas
from connector_runtime.connectors.mapping import Tokens, pointer_of


@dataclass(frozen=True, slots=True)
class Taken:
    """What an operation takes: schema and description of any place among its arguments."""

    operation: Operation
    types: Types

    def lookup(self, key: str) -> Schema:
        return self.types[key].schema

    @property
    def arguments(self) -> dict[str, tuple[Schema, str]]:
        """By Python name."""
        operation = self.operation
        found: dict[str, tuple[Schema, str]] = {
            each.name.python: (each.schema, each.description)
            for each in operation.parameters
            if not each.client_parameter
        }
        media = operation.body.media[0] if operation.body and operation.body.media else None
        if media is not None and media.fields is None:
            found["body"] = (media.schema, "")
        for each in (media.fields if media else None) or ():
            if not each.read_only:
                found[each.name.python] = (each.schema, each.description)
        return found

    def at(self, place: Tokens) -> tuple[Schema, str] | None:
        """None where the operation takes no such thing."""
        found = self.arguments.get(place[0])
        for step in place[1:]:
            if found is None:
                return None
            inner = self._member(found[0], step)
            found = None if inner is None else (inner, str(inner.get("description", "")))
        return found

    def refusal(self, place: Tokens) -> str:
        """Why nothing can be placed there, and what can be."""
        known = next(
            place[:length] for length in range(len(place), -1, -1) if self._is_known(place[:length])
        )
        members = ", ".join(self._members(known)) or "nothing"
        where = pointer_of(known) or "the operation"
        return f"{pointer_of(place)} is no argument: {where} takes {members}"

    def _is_known(self, place: Tokens) -> bool:
        return not place or self.at(place) is not None

    def _members(self, place: Tokens) -> list[str]:
        if not place:
            return sorted(self.arguments)
        found = self.at(place)
        if found is None:
            return []
        return sorted(schemas.properties_of(schemas.resolve(found[0], self.lookup)))

    def _member(self, schema: Schema, step: str) -> Schema | None:
        target = schemas.resolve(schema, self.lookup)
        if members := schemas.variants(target):
            found = (self._member(each, step) for each in members)
            return next((each for each in found if each is not None), None)
        if step in schemas.properties_of(target):
            return schemas.properties_of(target)[step]
        is_open = "additionalProperties" in target or not schemas.properties_of(target)
        may_be_object = target.get("type", "object") == "object"
        return schemas.rest_of(target) if is_open and may_be_object else None
