"""Swagger 2.0 parameters to OpenAPI 3: body and form parameters become a request body."""

from typing import Any

from connector_generator.normalise.draft import Draft, Node, is_list, text
from connector_generator.normalise.references import resolve

_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_ABOUT_THE_PARAMETER = (
    "name", "in", "description", "required", "allowEmptyValue", "collectionFormat", "schema",
    "x-example", "x-examples",
)  # fmt: skip
_FORMATS = {
    "csv": ("form", False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}


def media_types(value: Any) -> list[str]:
    """A list of ``consumes`` or ``produces``."""
    names = [value] if isinstance(value, str) else value
    return [name for name in names if isinstance(name, str) and name] if is_list(names) else []


def resolved_parameters(draft: Draft, value: Any, pointer: str) -> list[Node]:
    """The parameters of an operation or path item, references followed."""
    found: list[Node] = []
    for index, entry in enumerate(value if is_list(value) else []):
        node = resolve(draft, entry, f"{pointer}/{index}")
        if node is not None:
            found.append(node)
    return found


def parameter_from(draft: Draft, given: Node, pointer: str) -> Node:
    """A parameter in path, query or header with its schema and style."""
    if "schema" in given:
        return given
    node: Node = {
        key: given[key] for key in ("name", "in", "description", "required") if key in given
    }
    if given.get("allowEmptyValue") is True:
        node["allowEmptyValue"] = True
    if "x-example" in given:
        node["example"] = given["x-example"]
    node |= {key: v for key, v in given.items() if key.startswith("x-") and key != "x-nullable"}
    node["schema"] = _schema(given)
    if given.get("type") == "array":
        style, explode = _style(draft, given, pointer)
        if given.get("in") == "query":
            node["style"] = style
        node["explode"] = explode
    return node


def _schema(given: Node) -> Node:
    schema = {
        key: value
        for key, value in given.items()
        if key not in _ABOUT_THE_PARAMETER and (not key.startswith("x-") or key == "x-nullable")
    }
    schema.pop("format", None) if not isinstance(schema.get("format"), str) else None
    return schema or {"type": "string"}


def _style(draft: Draft, given: Node, pointer: str) -> tuple[str, bool]:
    name = text(given.get("collectionFormat")) or "csv"
    if name not in _FORMATS:
        draft.warn(
            "collection-format",
            pointer,
            f"{given.get('name')!r} is separated by {name!r}, which is no style; commas are sent",
        )
    return _FORMATS.get(name, ("form", False))


def body_from(
    draft: Draft, parameters: list[Node], consumes: list[str], pointer: str
) -> Node | None:
    """The request body that the body parameter or the form parameters make."""
    bodies = [parameter for parameter in parameters if parameter.get("in") == "body"]
    fields = [parameter for parameter in parameters if parameter.get("in") == "formData"]
    if bodies:
        if fields or len(bodies) > 1:
            draft.warn("duplicate-body", pointer, "more than one body; the first one is kept")
        return _body(bodies[0], consumes)
    return _form(draft, fields, consumes, pointer) if fields else None


def _body(given: Node, consumes: list[str]) -> Node:
    schema = given.get("schema", {})
    names = [name for name in consumes if name not in (_FORM, _MULTIPART)] or consumes
    body: Node = {"content": {name: {"schema": schema} for name in names or ["application/json"]}}
    body["required"] = given.get("required") is True
    if text(given.get("description")):
        body["description"] = given["description"]
    return body | {key: value for key, value in given.items() if key.startswith("x-")}


def _form(draft: Draft, fields: list[Node], consumes: list[str], pointer: str) -> Node:
    properties: Node = {}
    required: list[str] = []
    encoding: Node = {}
    for given in fields:
        name = text(given.get("name"))
        if not name:
            draft.warn("invalid-parameter", pointer, "a form field without a name; left out")
            continue
        schema = _schema(given)
        if text(given.get("description")):
            schema["description"] = given["description"]
        properties[name] = schema
        if given.get("required") is True:
            required.append(name)
        if given.get("type") == "array":
            style, explode = _style(draft, given, pointer)
            encoding[name] = {"style": style, "explode": explode}
    media: Node = {"schema": {"type": "object", "properties": properties, "required": required}}
    if encoding:
        media["encoding"] = encoding
    has_file = any(given.get("type") == "file" for given in fields)
    allowed = (_MULTIPART,) if has_file else (_FORM, _MULTIPART)
    names = [name for name in consumes if name in allowed] or list(allowed[:1])
    return {"content": dict.fromkeys(names, media), "required": bool(required)}
