"""How values of a type are validated: leniently, strictly, and as far as possible."""

from functools import cached_property
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic_core import CoreSchema, SchemaValidator

from connector_runtime.client.models.degrade import degrade
from connector_runtime.client.models.strictness import strict_schema
from connector_runtime.client.models.violations import Report

_SHAPES: dict[Any, "Shape"] = {}


class Shape:
    """The validators of one type; each is made when it is first needed."""

    def __init__(self, type_: Any) -> None:
        self._type = type_
        is_model = isinstance(type_, type) and issubclass(type_, BaseModel)
        self._model: type[BaseModel] | None = type_ if is_model else None

    @property
    def shape(self) -> "Shape":
        """Itself: a lazy edge answers with the shape of its target."""
        return self

    @property
    def described(self) -> CoreSchema:
        """The core schema to generate a JSON Schema from."""
        return self.core

    @cached_property
    def core(self) -> CoreSchema:
        """Pydantic's core schema of the type."""
        if self._model is not None:
            self._model.model_rebuild()
            return self._model.__pydantic_core_schema__
        adapter: TypeAdapter[Any] = TypeAdapter(self._type)
        return adapter.core_schema

    @cached_property
    def lenient(self) -> SchemaValidator:
        """What ``model_validate`` does: enumerations and unions take values beyond the listed."""
        if self._model is not None:
            self._model.model_rebuild()
            validator = self._model.__pydantic_validator__
            assert isinstance(validator, SchemaValidator)
            return validator
        return SchemaValidator(self.core)

    @cached_property
    def strict(self) -> SchemaValidator:
        """What the description says: closed enumerations are closed, JSON types are not mixed."""
        # Without its own validator for the class, pydantic would take the lenient one that is there.
        return SchemaValidator(strict_schema(self.core), None, False)

    def degrade(self, value: Any, pointer: str, report: Report) -> Any:
        """Decode what fits; report the rest and leave it as it came."""
        return degrade(strict_schema(self.core), value, pointer, report)


def shape_of(type_: Any) -> Shape:
    """The shape of a type; that of a class is kept for as long as the process lives."""
    if not isinstance(type_, type):
        return Shape(type_)
    shape = _SHAPES.get(type_)
    if shape is None:
        shape = _SHAPES[type_] = Shape(type_)
    return shape
