"""Python types of properties, as datamodel-code-generator writes them.

Thousands of properties have a few hundred distinct types once the names of components are taken
out, so each is generated once, among stubs, and the names are put back. A type that the generator
refuses, or for which it invents a class, becomes ``Any``: the package is never lost.
"""

import json
import warnings
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from connector_generator.diagnostics import Diagnostics
from connector_generator.ir.types import Nullable, Type
from connector_generator.plan.annotations import Types, annotation, model_view
from connector_generator.plan.projection import project
from connector_generator.plan.tokens import names, rename

_STUB = "Stub{}"
_CHUNK = 40
_VOCABULARY = frozenset(
    {"Any", "Decimal", "Literal", "UUID", "bool", "bytes", "date", "datetime", "dict", "float"}
    | {"int", "list", "str", "time"}
)


class Hints:
    """The annotation of each type (without its outermost null) in the models' namespace."""

    def __init__(self, hints: Mapping[str, str]) -> None:
        self._hints = hints

    def __getitem__(self, type_: Type) -> str:
        return self._hints[_key(without_null(type_))]


def hints(wanted: Iterable[Type], types: Types, diagnostics: Diagnostics) -> Hints:
    """Generate the annotations of all these types together."""
    view = model_view(types)
    found: dict[str, str] = {}
    shapes: dict[str, list[tuple[str, list[str]]]] = {}
    for key, type_ in {_key(each): each for each in map(without_null, wanted)}.items():
        schema = project(type_, types)
        if schema is None:
            found[key] = annotation(type_, view)
        else:
            references: list[str] = []
            shape = json.dumps(_abstract(schema, references))
            shapes.setdefault(shape, []).append((key, references))
    for shape, hint in zip(shapes, _generate(list(shapes)), strict=True):
        for key, references in shapes[shape]:
            found[key] = _concrete(hint, references)
        if hint is None:
            _report(shape, len(shapes[shape]), diagnostics)
    return Hints(found)


def _key(type_: Type) -> str:
    """Equal values are not equal types: an enumeration of 1 is not one of true."""
    return repr(type_)


def without_null(type_: Type) -> Type:
    """The type itself: null is the property's business."""
    return type_.of if isinstance(type_, Nullable) else type_


def _report(shape: str, count: int, diagnostics: Diagnostics) -> None:
    diagnostics.warn(
        "type-not-generated",
        "",
        f"{count} properties become JSON values: no Python type was generated for {shape[:200]}",
        "simplify the schema with an overlay, or leave it: the value is kept as it is",
    )


def _abstract(schema: Any, references: list[str]) -> Any:
    """The schema with references to stubs by number; ``references`` collects what they stand for."""
    match schema:
        case {"$ref": str(reference)}:
            if reference not in references:
                references.append(reference)
            return {"$ref": f"#/$defs/{_STUB.format(references.index(reference))}"}
        case {"enum": _}:
            return schema
        case dict():
            items = cast("dict[str, Any]", schema)
            return {key: _abstract(value, references) for key, value in items.items()}
        case list():
            members = cast("list[Any]", schema)
            return [_abstract(value, references) for value in members]
        case _:
            return schema


def _concrete(hint: str | None, references: Sequence[str]) -> str:
    if hint is None:
        return "Any"
    stubs = {_STUB.format(n): each.rpartition("/")[2] for n, each in enumerate(references)}
    return rename(hint, lambda name: stubs.get(name, name)) if stubs else hint


def _generate(shapes: Sequence[str]) -> list[str | None]:
    chunks = [shapes[start : start + _CHUNK] for start in range(0, len(shapes), _CHUNK)]
    return [hint for chunk in chunks for hint in _generate_chunk(chunk)]


def _generate_chunk(shapes: Sequence[str]) -> list[str | None]:
    """One object with a property for each shape; when it is refused, each on its own."""
    try:
        return [_checked(hint) for hint in _parse(shapes)]
    except Exception:
        if len(shapes) == 1:
            return [None]
        return [hint for shape in shapes for hint in _generate_chunk([shape])]


def _checked(hint: str) -> str | None:
    """The hint, unless it names something that we will not emit."""
    unknown = (name for name in names(hint) if name not in _VOCABULARY)
    return hint if all(name.startswith("Stub") for name in unknown) else None


def _parse(shapes: Sequence[str]) -> list[str]:
    from datamodel_code_generator.enums import DataModelType
    from datamodel_code_generator.format import DatetimeClassType, PythonVersion
    from datamodel_code_generator.model import get_data_model_types
    from datamodel_code_generator.parser import LiteralType
    from datamodel_code_generator.parser.jsonschema import JsonSchemaParser

    wanted = ",".join(f'"p{number}":{shape}' for number, shape in enumerate(shapes))
    required = json.dumps([f"p{number}" for number in range(len(shapes))])
    stubs = {_STUB.format(n) for shape in shapes for n in range(shape.count('"$ref"'))}
    definitions = [f'"{stub}":{{"type":"object"}}' for stub in sorted(stubs)]
    definitions.append(
        f'"Wanted":{{"type":"object","properties":{{{wanted}}},"required":{required}}}'
    )
    output = get_data_model_types(DataModelType.PydanticV2BaseModel, PythonVersion.PY_311)
    parser = JsonSchemaParser(
        f'{{"$defs":{{{",".join(definitions)}}}}}',
        data_model_type=output.data_model,
        data_model_root_type=output.root_model,
        data_model_field_type=output.field_model,
        data_type_manager_type=output.data_type_manager,
        enum_field_as_literal=LiteralType.All,
        target_datetime_class=DatetimeClassType.Datetime,
        use_union_operator=True,
        use_standard_collections=True,
        custom_class_name_generator=str,
        formatters=[],
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parser.parse_raw()
    model = next(each for each in parser.results if each.class_name == "Wanted")
    fields = {field.original_name: field.type_hint for field in model.fields}
    return [fields[f"p{number}"] for number in range(len(shapes))]
