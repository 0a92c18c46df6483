"""Bring parameters to one shape: a known place, one style, a schema or one media type."""

from typing import Any

from connector_generator.normalise.draft import Draft, Node, is_list, is_node, text
from connector_generator.normalise.media import content_map, examples_of
from connector_generator.normalise.references import resolve

STYLES = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
    "querystring": ("form",),
}
_RESERVED_HEADERS = {"accept", "content-type", "authorization"}
_SCHEMA_WORDS = ("type", "format", "enum", "items", "default", "minimum", "maximum", "pattern")


def merge_parameters(draft: Draft, shared: Any, own: Any, pointer: str, item: str) -> list[Node]:
    """The parameters of an operation: those of its path item, each replaced by an own one."""
    merged: dict[tuple[str, str], Node] = {}
    for parameter in _parameters(draft, shared, f"{item}/parameters").values():
        merged[_identity(parameter)] = parameter
    return list((merged | _parameters(draft, own, f"{pointer}/parameters")).values())


def _identity(parameter: Node) -> tuple[str, str]:
    name = parameter["name"]
    return (parameter["in"], name.lower() if parameter["in"] == "header" else name)


def _parameters(draft: Draft, value: Any, pointer: str) -> dict[tuple[str, str], Node]:
    if is_node(value) and value:
        draft.warn("invalid-parameters", pointer, "`parameters` is a map; read as a list")
        value = list(value.values())
    found: dict[tuple[str, str], Node] = {}
    for index, entry in enumerate(value if is_list(value) else []):
        place = f"{pointer}/{index}"
        parameter = parameter_of(draft, entry, place)
        if parameter is None:
            continue
        identity = _identity(parameter)
        if identity in found:
            draft.warn(
                "duplicate-parameter", place, f"{parameter['name']!r} is given twice; first kept"
            )
        else:
            found[identity] = parameter
    return found


def parameter_of(draft: Draft, entry: Any, pointer: str) -> Node | None:
    """One parameter in the dialect's shape, or None when it is not sent or not usable."""
    node = resolve(draft, entry, pointer)
    if node is None:
        if not (is_node(entry) and "$ref" in entry):
            draft.warn("invalid-parameter", pointer, "a parameter is an object; left out")
        return None
    if id(node) in draft.shaped:
        return node
    name, place = text(node.get("name")), text(node.get("in"))
    if place not in STYLES and place.lower() in STYLES:
        draft.warn("invalid-parameter", pointer, f"`in` is {place!r}; read as {place.lower()!r}")
        place = place.lower()
    if not name or place not in STYLES:
        draft.warn(
            "invalid-parameter", pointer, f"{name or 'a parameter'!r} in {place!r}; left out"
        )
        return None
    if place == "header" and name.lower() in _RESERVED_HEADERS:
        draft.note(
            "ignored-header-parameter",
            pointer,
            f"the header {name!r} follows from media types and security; left out",
        )
        return None
    return _shape(draft, node, name, place, pointer)


def _shape(draft: Draft, node: Node, name: str, place: str, pointer: str) -> Node:
    given = {key: node.pop(key) for key in list(node)}  # in place: shared parameters stay shared
    node["name"], node["in"] = name, place
    node["required"] = place == "path" or given.get("required") in (True, "true")
    _style(draft, node, given, pointer)
    for key in ("allowReserved", "allowEmptyValue", "deprecated"):
        if given.get(key) is True:
            node[key] = True
    node.setdefault("allowReserved", False)
    if text(given.get("description")):
        node["description"] = text(given["description"])
    _value(draft, node, given, pointer)
    examples = examples_of(draft, given.get("examples"), f"{pointer}/examples")
    if examples:
        node["examples"] = examples
    if given.get("example") is not None:
        node["example"] = given["example"]
    node |= {key: value for key, value in given.items() if key.startswith("x-")}
    draft.shaped[id(node)] = node
    return node


def _style(draft: Draft, node: Node, given: Node, pointer: str) -> None:
    allowed = STYLES[node["in"]]
    style = given.get("style")
    if style is not None and style not in allowed:
        draft.warn(
            "invalid-style",
            pointer,
            f"style {style!r} does not exist in {node['in']}; read as {allowed[0]!r}",
        )
    node["style"] = style if style in allowed else allowed[0]
    explode = given.get("explode")
    node["explode"] = explode if type(explode) is bool else node["style"] in ("form", "cookie")


def _value(draft: Draft, node: Node, given: Node, pointer: str) -> None:
    if "schema" in given:
        node["schema"] = given["schema"]
        return
    content = content_map(draft, given.get("content"), f"{pointer}/content")
    if content:
        first = next(iter(content))
        if len(content) > 1:
            draft.warn("parameter-content", pointer, f"has several media types; {first!r} kept")
        media = content[first]
        media.setdefault("schema", {})
        node["content"] = {first: media}
        return
    schema = {key: given[key] for key in _SCHEMA_WORDS if key in given}
    draft.warn(
        "parameter-without-schema",
        pointer,
        f"{node['name']!r} has no schema; read as {'its own keywords say' if schema else 'text'}",
    )
    node["schema"] = schema or {"type": "string"}
