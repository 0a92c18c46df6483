"""Lazy edges: a reference to a model that is imported when the first value reaches it."""

from contextvars import ContextVar
from importlib import import_module
from typing import Any, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from connector_runtime.client.models.shapes import Shape, shape_of
from connector_runtime.client.models.violations import Report

_DESCRIBING: ContextVar[frozenset[str]] = ContextVar("_DESCRIBING", default=frozenset())
"""The edges whose JSON Schema is being generated, further out."""


def through(schema: CoreSchema) -> CoreSchema:
    """A schema in which pydantic generates the JSON Schema of ``schema`` with all its hooks."""
    return core_schema.no_info_after_validator_function(_identity, schema)


def _identity(value: Any) -> Any:
    return value


class Edge:
    """A named model of a models package, or what its quoted alias means.

    Edges are equal when they lead to the same place, so that unions of them are deduplicated.
    """

    __slots__ = ("_shape", "name", "package")

    def __init__(self, package: str, name: str) -> None:
        self.package = package
        self.name = name
        self._shape: Shape | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Edge) and (self.package, self.name) == (other.package, other.name)

    def __hash__(self) -> int:
        return hash((self.package, self.name))

    def __repr__(self) -> str:
        return self.name

    @property
    def target(self) -> Any:
        """The class, or the type an alias stands for; imported on first use."""
        package = import_module(self.package)
        return getattr(package, self.name)

    @property
    def shape(self) -> Shape:
        """How values of the target are validated."""
        shape = self._shape
        if shape is None:
            shape = self._shape = shape_of(self.target)
        return shape

    @property
    def described(self) -> CoreSchema:
        """A core schema that stands for the edge where a JSON Schema is generated."""
        metadata = {"pydantic_js_annotation_functions": [self.__get_pydantic_json_schema__]}
        return core_schema.any_schema(metadata=metadata)

    def lenient(self, value: Any) -> Any:
        """As a user's own code constructs it."""
        return self.shape.lenient.validate_python(value)

    def strict(self, value: Any) -> Any:
        """As the description says, and not otherwise."""
        return self.shape.strict.validate_python(value)

    def degrade(self, value: Any, pointer: str, report: Report) -> Any:
        """Whatever can be made of the value; what does not fit is reported and left as it came."""
        return self.shape.degrade(value, pointer, report)

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.lenient)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        reference = f"{self.package}.{self.name}:0"
        outer = _DESCRIBING.get()
        if reference in outer:
            return handler(core_schema.definition_reference_schema(reference))
        named = cast("CoreSchema", {**self.shape.core, "ref": reference})
        token = _DESCRIBING.set(outer | {reference})
        try:
            return handler(through(named))
        finally:
            _DESCRIBING.reset(token)
