"""Decoding a reply that breaks its contract: only the places that break it are given up.

Walks a strict core schema beside the value. It runs when strict validation has failed, so it may be
slow; it must never fail itself.
"""

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel, ValidationError
from pydantic_core import CoreSchema, SchemaError, SchemaValidator

from connector_runtime.client.models.strictness import owner_of
from connector_runtime.client.models.violations import (
    Report,
    Violation,
    append,
    json_type,
    violations_of,
)

_Schema = dict[str, Any]


def degrade(schema: CoreSchema, value: Any, pointer: str, report: Report) -> Any:
    """The value decoded as far as it fits ``schema``; each misfit is reported and left as it is."""
    return _Walk({}, report).any(cast("_Schema", schema), value, pointer)


class _Walk:
    def __init__(self, definitions: Mapping[str, _Schema], report: Report) -> None:
        self._definitions = definitions
        self._report = report

    def any(self, schema: _Schema, value: Any, pointer: str) -> Any:
        match schema["type"]:
            case "definitions":
                known = {each["ref"]: each for each in schema["definitions"]}
                return _Walk(known, self._report).any(schema["schema"], value, pointer)
            case "definition-ref":
                return self.any(self._definitions[schema["schema_ref"]], value, pointer)
            case "nullable":
                return None if value is None else self.any(schema["schema"], value, pointer)
            case "default":
                return self.any(schema["schema"], value, pointer)
            case "model":
                return self._model(schema, value, pointer)
            case "list" if isinstance(value, list):
                return self._items(schema, cast("list[Any]", value), pointer)
            case "dict" if isinstance(value, dict):
                return self._members(schema, cast("dict[str, Any]", value), pointer)
            case "int" if isinstance(value, float) and value.is_integer():
                return int(value)  # JSON Schema: 2.0 is an integer.
            case "union":
                return self._union(schema, value, pointer)
            case "function-plain" if (owner := owner_of(schema)) is not None:
                return owner.degrade(value, pointer, self._report)
            case _:
                return self._leaf(schema, value, pointer)

    def _items(self, schema: _Schema, value: list[Any], pointer: str) -> list[Any]:
        items: _Schema = schema.get("items_schema") or {"type": "any"}
        return [self.any(items, each, append(pointer, i)) for i, each in enumerate(value)]

    def _members(self, schema: _Schema, value: dict[str, Any], pointer: str) -> dict[str, Any]:
        values: _Schema = schema.get("values_schema") or {"type": "any"}
        return {key: self.any(values, each, append(pointer, key)) for key, each in value.items()}

    def _model(self, schema: _Schema, value: Any, pointer: str) -> Any:
        if not isinstance(value, dict):
            return self._misfit("an object", value, pointer)
        given = cast("dict[str, Any]", value)
        fields: dict[str, _Schema] = schema["schema"]["fields"]
        values: dict[str, Any] = {}
        known: set[str] = set()
        for name, field in fields.items():
            wire: str = field.get("validation_alias", name)
            known.add(wire)
            inner: _Schema = field["schema"]
            if wire in given:
                values[name] = self.any(inner, given[wire], append(pointer, wire))
            elif inner["type"] != "default":
                self._report(Violation(append(pointer, wire), "Field required", "missing"))
        extra = {key: each for key, each in given.items() if key not in known}
        return _construct(schema["cls"], values, extra)

    def _union(self, schema: _Schema, value: Any, pointer: str) -> Any:
        """The member that fits; else the one that fits best; else the value as it came."""
        best: tuple[Any, list[Violation]] | None = None
        for choice in schema["choices"]:
            found: list[Violation] = []
            member: Any = choice
            if isinstance(choice, tuple):
                member = cast("tuple[Any, str]", choice)[0]
            walk = _Walk(self._definitions, found.append)
            result = walk.any(cast("_Schema", member), value, pointer)
            if best is None or len(found) < len(best[1]):
                best = result, found
            if not found:
                return result
        if best is None or any(each.pointer == pointer for each in best[1]):
            return self._misfit("one of the documented types", value, pointer)
        for each in best[1]:
            self._report(each)
        return best[0]

    def _leaf(self, schema: _Schema, value: Any, pointer: str) -> Any:
        try:
            return SchemaValidator(cast("CoreSchema", schema), None, False).validate_python(value)
        except ValidationError as error:
            for each in violations_of(error):
                self._report(Violation(pointer + each.pointer, each.expected, each.got))
        except SchemaError:
            self._report(Violation(pointer, "a documented value", json_type(value)))
        return value

    def _misfit(self, expected: str, value: Any, pointer: str) -> Any:
        self._report(Violation(pointer, f"Input should be {expected}", json_type(value)))
        return value


def _construct(cls: type[BaseModel], values: dict[str, Any], extra: dict[str, Any]) -> BaseModel:
    """A model without validation; members that are missing read as their default, else None."""
    fields = cls.model_fields
    complete = {
        name: (
            values[name]
            if name in values
            else field.get_default(call_default_factory=True) if not field.is_required() else None
        )
        for name, field in fields.items()
    }
    model = cls.__new__(cls)
    object.__setattr__(model, "__dict__", complete)
    object.__setattr__(model, "__pydantic_fields_set__", {*values, *extra})
    object.__setattr__(model, "__pydantic_extra__", extra)
    object.__setattr__(model, "__pydantic_private__", None)
    return model
