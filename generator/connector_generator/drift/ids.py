"""The id of each change: that of oasdiff where it has one, else one made in the same manner."""

from collections.abc import Callable

from connector_generator.drift.changes import Change, Direction, Relation, Spot

_STEMS = {
    Spot.BODY: "body",
    Spot.PROPERTY: "property",
    Spot.PARAMETER: "parameter",
    Spot.HEADER_PARAMETER: "parameter",
    Spot.PARAMETER_PROPERTY: "parameter-property",
    Spot.HEADER_PROPERTY: "header-property",
    Spot.HEADER: "header",
}
_EXACT = {
    ("operation", "added"): "endpoint-added",
    ("schema", "removed"): "api-schema-removed",
    ("stability", "decreased"): "api-stability-decreased",
    ("style", "changed"): "request-parameter-style-changed",
}


def id_of(change: Change) -> str:
    """The id, e.g. ``request-property-became-required``."""
    exact = _EXACT.get((change.aspect, change.action))
    if exact:
        return exact
    special = _SPECIAL.get(change.aspect)
    return special(change) if special else f"{_stem(change)}{change.aspect}-{change.action}"


def _stem(change: Change) -> str:
    if change.direction is Direction.NONE:
        return ""
    return f"{change.direction}-{_STEMS.get(change.spot, 'body')}-"


def _type(change: Change) -> str:
    stem = _stem(change)
    if change.direction is Direction.RESPONSE:
        narrowed = change.relation is Relation.NARROWED
        return f"{stem}type-{'specialized' if narrowed else 'changed'}"
    if change.relation is Relation.WIDENED:
        return f"{stem}type-generalized"
    in_parameter = change.spot is Spot.PARAMETER_PROPERTY
    narrowed = change.relation is Relation.NARROWED and in_parameter
    return f"{stem}type-{'specialized' if narrowed else 'changed'}"


def _nullable(change: Change) -> str:
    return f"{_stem(change)}{change.action}-nullable"


def _required(change: Change) -> str:
    became = change.action == "became"
    end = "became-required" if became else "became-optional"
    with_default = became and change.default and change.direction is Direction.REQUEST
    if with_default and change.spot is Spot.PROPERTY:
        end += "-with-default"
    return _stem(change) + end


def _need(change: Change) -> str:
    return "required" if change.required else "optional"


def _property(change: Change) -> str:
    if change.direction is Direction.RESPONSE:
        return f"response-{_need(change)}-property-{change.action}"
    if change.action == "removed":
        return f"{_stem(change)}removed"
    stem = _STEMS[change.spot]
    with_default = change.required and change.default and change.spot is Spot.PROPERTY
    return f"new-{_need(change)}-request-{stem}{'-with-default' if with_default else ''}"


def _argument(change: Change) -> str:
    if change.action == "removed":
        return f"request-parameter-removed{'-with-deprecation' if change.deprecated else ''}"
    return f"new-{_need(change)}-request-parameter"


def _body(change: Change) -> str:
    end = f"-{_need(change)}" if change.action == "added" else ""
    return f"request-body-{change.action}{end}"


def _media(change: Change) -> str:
    stem = "request-body" if change.direction is Direction.REQUEST else "response"
    return f"{stem}-media-type-{change.action}"


def _header(change: Change) -> str:
    return f"{_need(change)}-response-header-{change.action}"


def _hidden(change: Change) -> str:
    return f"{change.direction}-{_need(change)}-property-{change.action}-{change.aspect}"


def _enum(change: Change) -> str:
    return _stem(change) + ("became-enum" if change.action == "became" else "no-longer-enum")


def _enum_value(change: Change) -> str:
    body = change.direction is Direction.RESPONSE and change.spot is Spot.BODY
    if body and change.action == "removed":
        return "response-mediatype-enum-value-removed"
    return f"{_stem(change)}enum-value-{change.action}"


def _deprecated(change: Change) -> str:
    end = "deprecated" if change.action == "set" else "reactivated"
    return f"{_stem(change) or 'endpoint-'}{end}"


def _gone(change: Change) -> str:
    stem = "api-path-removed" if change.aspect == "path" else "api-removed"
    return f"{stem}-{'with' if change.deprecated else 'without'}-deprecation"


def _mapping(change: Change) -> str:
    return f"{_stem(change)}{change.aspect}-{change.action}"


_SPECIAL: dict[str, Callable[[Change], str]] = {
    "type": _type,
    "nullable": _nullable,
    "required": _required,
    "property": _property,
    "argument": _argument,
    "body": _body,
    "media-type": _media,
    "success-status": lambda change: f"response-success-status-{change.action}",
    "non-success-status": lambda change: f"response-non-success-status-{change.action}",
    "header": _header,
    "read-only": _hidden,
    "write-only": _hidden,
    "enum": _enum,
    "enum-value": _enum_value,
    "deprecated": _deprecated,
    "path": _gone,
    "operation": _gone,
    "discriminator": _mapping,
    "discriminator-mapping": _mapping,
    "operation-id": lambda change: f"api-operation-id-{change.action}",
    "tag": lambda change: f"api-tag-{change.action}",
    "security-component": lambda change: f"api-security-component-{change.action}",
    "error": lambda change: f"error-shape-{change.action}",
}
