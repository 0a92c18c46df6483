"""Unions of objects: decoded by a tag, else by what fits best, and open to what is not known yet."""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, cast, get_args, get_origin

from pydantic import BaseModel, GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, SchemaSerializer, core_schema

from connector_runtime.client.models.edges import Edge, through
from connector_runtime.client.models.shapes import Shape, shape_of
from connector_runtime.client.models.violations import Report, Violation, json_type


class UnknownVariant:
    """A member of a union that the description does not know; ``raw`` is the value as it came.

    The members of an object are attributes: ``event.kind`` reads ``event.raw["kind"]``.
    """

    __slots__ = ("raw",)

    def __init__(self, raw: Any) -> None:
        self.raw = raw

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") or name == "raw" or name not in members_of(self.raw):
            raise AttributeError(name)
        return members_of(self.raw)[name]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, UnknownVariant) and self.raw == other.raw

    def __hash__(self) -> int:
        return hash(repr(self.raw))

    def __repr__(self) -> str:
        return f"UnknownVariant({self.raw!r})"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            _wrap,
            serialization=core_schema.plain_serializer_function_ser_schema(_raw),
            metadata={"pydantic_js_functions": [_any_json]},
        )


def members_of(value: Any) -> Mapping[str, Any]:
    """The members of a JSON object; of anything else, none."""
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _any_json(schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
    return {}


def _wrap(value: Any) -> UnknownVariant:
    return value if isinstance(value, UnknownVariant) else UnknownVariant(value)


def _raw(value: Any) -> Any:
    return value.raw if isinstance(value, UnknownVariant) else value


UnknownVariant.__pydantic_serializer__ = SchemaSerializer(  # type: ignore[attr-defined]
    core_schema.any_schema(serialization=core_schema.plain_serializer_function_ser_schema(_raw))
)
# Where a member is typed as any value, pydantic serialises by this attribute of the value.


class Choice:
    """A union in use: its members by name, and how to choose among them."""

    def __init__(
        self, members: Mapping[str, Edge | Shape], tag: str, names_by_tag: Mapping[str, str]
    ) -> None:
        self.members = members
        self.tag = tag
        self.names_by_tag = names_by_tag

    def lenient(self, value: Any) -> Any:
        """The member that fits; an :class:`UnknownVariant` where none does."""
        if isinstance(value, BaseModel | UnknownVariant):
            return value
        fitting = _best(value, [shape.lenient.validate_python for shape in self._candidates(value)])
        return UnknownVariant(value) if fitting is None else fitting

    def strict(self, value: Any) -> Any:
        """The member that fits; an error where none does."""
        candidates = self._candidates(value)
        if len(candidates) == 1:
            return candidates[0].strict.validate_python(value)
        fitting = _best(value, [shape.strict.validate_python for shape in candidates])
        if fitting is None:
            raise PydanticCustomError(
                "union", "Input should be one of {names}", {"names": ", ".join(self.members)}
            )
        return fitting

    def degrade(self, value: Any, pointer: str, report: Report) -> Any:
        """The member with the fewest misfits; an :class:`UnknownVariant` where no tag says which."""
        candidates = self._candidates(value)
        best: tuple[Any, list[Violation]] | None = None
        for shape in candidates:
            found: list[Violation] = []
            result = shape.degrade(value, pointer, found.append)
            if not any(each.pointer == pointer for each in found) and (
                best is None or len(found) < len(best[1])
            ):
                best = result, found
        if best is None:
            expected = f"Input should be one of {', '.join(self.members)}"
            report(Violation(pointer, expected, json_type(value)))
            return UnknownVariant(value)
        for each in best[1]:
            report(each)
        return best[0]

    def _candidates(self, value: Any) -> list[Shape]:
        """The member that the tag names; where it names none, the members that have no tag."""
        name = self.names_by_tag.get(str(members_of(value).get(self.tag)), "")
        if name in self.members:
            return [self.members[name].shape]
        tagged = frozenset(self.names_by_tag.values())
        return [each.shape for name, each in self.members.items() if name not in tagged]


def _best(value: Any, validators: Iterable[Any]) -> Any:
    """Of the results that validate, the first that knows every member, else the most of them."""
    best: tuple[int, Any] | None = None
    for validate in validators:
        try:
            result = validate(value)
        except ValidationError:
            continue
        unknown = len(result.model_extra or ()) if isinstance(result, BaseModel) else 0
        if not unknown:
            return result
        if best is None or unknown < best[0]:
            best = unknown, result
    return best[1] if best else None


class Variants:
    """Marks a union whose member is chosen by what fits best."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.choice(source).lenient)

    def choice(self, source: Any) -> Choice:
        """The union in use."""
        return Choice(_members(source), "", {})

    def __get_pydantic_json_schema__(
        self, schema: Any, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        choice: Choice = schema["function"]["function"].__self__
        members = choice.members.values()
        return {"oneOf": [handler(through(member.described)) for member in members]}


class Tagged(Variants):
    """Marks a union whose member is named by the value of one property (a discriminator)."""

    def __init__(self, tag: str, names: Mapping[str, str]) -> None:
        self.tag = tag
        self.names = names

    def choice(self, source: Any) -> Choice:
        """The union in use."""
        return Choice(_members(source), self.tag, self.names)


def _members(source: Any) -> dict[str, Edge | Shape]:
    members: dict[str, Edge | Shape] = {}
    for argument in get_args(source):
        metadata = get_args(argument)[1:] if get_origin(argument) is Annotated else ()
        edge = next((each for each in metadata if isinstance(each, Edge)), None)
        if edge is not None:
            members[edge.name] = edge
        elif argument is not UnknownVariant:
            members[getattr(argument, "__name__", repr(argument))] = shape_of(argument)
    return members
