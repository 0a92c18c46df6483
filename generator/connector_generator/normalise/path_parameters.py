"""Make the declared path parameters and the placeholders of the path the same set."""

from connector_generator.normalise.draft import Draft, Node
from connector_generator.normalise.paths import PathTemplate, loose, plain_name, template


def fit_path(draft: Draft, operation: Node, key: str, pointer: str) -> None:
    """Rename, add and drop path parameters until they fit; move a query out of the path.

    Where the path to call is not the key of ``paths``, it is kept as ``x-connector-path``.
    """
    shape = template(key)
    path = _fit(draft, operation, shape, pointer)
    if shape.fixed or shape.query or path != key:
        operation["x-connector-path"] = path
        _query_of_path(draft, operation, shape, pointer)


def _fit(draft: Draft, operation: Node, shape: PathTemplate, pointer: str) -> str:
    path = shape.path
    declared = {p["name"]: p for p in operation["parameters"] if p["in"] == "path"}
    in_query = {source for _, source in shape.query}
    wanted = dict.fromkeys(shape.placeholders)
    missing = [name for name in wanted if name not in declared]
    unknown = [name for name in declared if name not in wanted and name not in in_query]
    for name in missing:
        plain = plain_name(name)
        if plain != name and (plain in unknown or plain not in declared):
            path = path.replace("{" + name + "}", "{" + plain + "}")
            _declare(draft, operation, declared, plain, unknown, pointer)
            if name.startswith("+"):
                _reserve(operation, plain)
        else:
            _declare(draft, operation, declared, name, unknown, pointer)
    if unknown:
        _drop(draft, operation, unknown, pointer)
    return path


def _declare(
    draft: Draft,
    operation: Node,
    declared: dict[str, Node],
    name: str,
    unknown: list[str],
    pointer: str,
) -> None:
    """Find the parameter that was meant, or add a string."""
    if name in unknown:
        unknown.remove(name)
        return
    meant = next((other for other in unknown if loose(other) == loose(name)), "")
    if meant:
        unknown.remove(meant)
        renamed = {**declared[meant], "name": name}
        operation["parameters"] = [
            renamed if parameter is declared[meant] else parameter
            for parameter in operation["parameters"]
        ]
        draft.warn(
            "renamed-path-parameter", pointer, f"the path says {name!r}, the parameter {meant!r}"
        )
        return
    draft.warn(
        "undeclared-path-parameter",
        pointer,
        f"the path has {{{name}}} but no such parameter; added as a string",
        "declare the parameter",
    )
    operation["parameters"].append(_parameter(name, "path", {"type": "string"}))


def _drop(draft: Draft, operation: Node, unknown: list[str], pointer: str) -> None:
    for name in unknown:
        draft.warn(
            "unknown-path-parameter",
            pointer,
            f"the path has no {{{name}}}; the parameter is left out",
        )
    operation["parameters"] = [
        parameter
        for parameter in operation["parameters"]
        if parameter["in"] != "path" or parameter["name"] not in unknown
    ]


def _reserve(operation: Node, name: str) -> None:
    operation["parameters"] = [
        (
            {**parameter, "allowReserved": True}
            if parameter["in"] == "path" and parameter["name"] == name
            else parameter
        )
        for parameter in operation["parameters"]
    ]


def _query_of_path(draft: Draft, operation: Node, shape: PathTemplate, pointer: str) -> None:
    """Pairs in the path become query parameters; fixed ones take a single value."""
    declared = {p["name"] for p in operation["parameters"] if p["in"] == "query"}
    for name, value in shape.fixed:
        draft.note("query-in-path", pointer, f"the path fixes the query parameter {name!r}")
        operation["parameters"] = [
            p for p in operation["parameters"] if p["in"] != "query" or p["name"] != name
        ]
        schema = {"type": "string", "enum": [value], "default": value}
        added = _parameter(name, "query", schema)
        operation["parameters"].append({**added, "x-connector-fixed": value})
    for name, source in shape.query:
        draft.note("query-in-path", pointer, f"the query parameter {name!r} stands in the path")
        moved: list[Node] = [
            p for p in operation["parameters"] if p["in"] == "path" and p["name"] == source
        ]
        operation["parameters"] = [p for p in operation["parameters"] if p not in moved]
        if name not in declared:
            schema = moved[0].get("schema", {}) if moved else {"type": "string"}
            operation["parameters"].append(_parameter(name, "query", schema))


def _parameter(name: str, place: str, schema: Node) -> Node:
    return {
        "name": name,
        "in": place,
        "required": True,
        "style": "form" if place == "query" else "simple",
        "explode": place == "query",
        "allowReserved": False,
        "schema": schema,
    }
