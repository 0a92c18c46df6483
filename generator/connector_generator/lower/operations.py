"""Operations: everything an operation object says, under its allocated names."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from connector_generator.ir.api import Operation
from connector_generator.ir.types import ArrayOf, NamedType, Nullable, Record, Reference, Type
from connector_generator.lower.bodies import lower_body
from connector_generator.lower.naming import OperationNames, OperationSketch
from connector_generator.lower.parameters import allocate_arguments, lower_parameters
from connector_generator.lower.reading import Node, items, mapping, nodes, text, texts
from connector_generator.lower.replies import lower_replies
from connector_generator.lower.security import lower_requirements
from connector_generator.lower.servers import lower_servers

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")


@dataclass(frozen=True, slots=True)
class Declared:
    """An operation object where it stands: ``key`` identifies it from build to build."""

    key: str
    method: str
    path: str
    node: Node


def declared_operations(root: Node) -> Iterator[Declared]:
    """Every operation of the document, in its order."""
    for path, item in mapping(root, "paths").items():
        for method in METHODS:
            if method in item:
                yield _declared(method.upper(), path, item[method])
        for method, node in mapping(item, "additionalOperations").items():
            yield _declared(method, path, node)


def _declared(method: str, path: str, node: Node) -> Declared:
    document = text(node, "x-connector-document")
    return Declared(f"{document} {method} {path}".strip(), method, _called_path(path, node), node)


def _called_path(path: str, node: Node) -> str:
    """The path to call, with the query that the document wrote into the key of ``paths``."""
    fixed = [each for each in nodes(node, "parameters") if _is_fixed(each)]
    query = urlencode([(text(each, "name"), each["x-connector-fixed"]) for each in fixed])
    called = text(node, "x-connector-path") or path
    return f"{called}?{query}" if query else called


def _is_fixed(parameter: Node) -> bool:
    return "x-connector-fixed" in parameter


def sketch(declared: Declared, types: Mapping[str, NamedType]) -> OperationSketch:
    """What naming needs to know of an operation."""
    node = declared.node
    return OperationSketch(
        key=declared.key,
        http_method=declared.method,
        path=declared.path,
        operation_id=text(node, "operationId"),
        tags=texts(node, "tags"),
        summary=text(node, "summary"),
        returns_collection=_returns_collection(node, types),
        given_name=text(node, "x-connector-name"),
        given_method=_given_method(node),
    )


def _given_method(node: Node) -> str:
    """The method path that our overlay, or a vendor's extension for other generators, asks for."""
    if given := text(node, "x-connector-method"):
        return given
    method = text(node, "x-speakeasy-name-override") or text(node, "x-fern-sdk-method-name")
    group = node.get("x-speakeasy-group") or node.get("x-fern-sdk-group-name") or ""
    groups = [group] if isinstance(group, str) else [str(part) for part in group]
    return ".".join([*(part for part in groups if part), method]) if method else ""


def _returns_collection(node: Node, types: Mapping[str, NamedType]) -> bool:
    successes, _ = lower_replies(node)
    bodies = [media.type for reply in successes for media in reply.media if media.kind == "json"]
    return bool(bodies) and bodies[0] is not None and _is_collection(bodies[0], types, 4)


def _is_collection(type_: Type, types: Mapping[str, NamedType], depth: int) -> bool:
    """A list, or an envelope around exactly one list; aliases are followed ``depth`` times."""
    match type_:
        case ArrayOf():
            return True
        case Nullable(of):
            return _is_collection(of, types, depth)
        case Reference(schema) if depth and schema in types:
            named = types[schema]
            if isinstance(named, Record):
                lists = [each for each in named.properties if isinstance(each.type, ArrayOf)]
                return len(lists) == 1 and len(named.properties) <= 8 and _is_envelope(named)
            return _is_collection(named.type, types, depth - 1)
        case _:
            return False


def _is_envelope(record: Record) -> bool:
    """An envelope has no identity of its own."""
    return not any(
        each.name.wire in {"id", "_id", "uuid", "gid", "sid"} for each in record.properties
    )


def lower_operation(
    declared: Declared,
    names: OperationNames,
    types: Mapping[str, NamedType],
    client_parameters: Collection[tuple[str, str]],
    default_security: Node,
) -> Operation:
    """One operation; its facts are inferred later."""
    node = declared.node
    parameters, body = allocate_arguments(
        lower_parameters(
            (each for each in nodes(node, "parameters") if not _is_fixed(each)), client_parameters
        ),
        lower_body(node, types),
    )
    replies, errors = lower_replies(node)
    return Operation(
        name=names.name,
        resource=names.resource,
        method_name=names.method_name,
        http_method=declared.method,
        path=declared.path,
        parameters=parameters,
        body=body,
        replies=replies,
        errors=errors,
        security=lower_requirements(
            nodes(node if "security" in node else default_security, "security")
        ),
        servers=lower_servers(nodes(node, "servers")),
        summary=text(node, "summary"),
        description=text(node, "description"),
        docs_url=text(mapping(node, "externalDocs"), "url"),
        deprecated=node.get("deprecated") is True,
        tags=tuple(str(tag) for tag in items(node, "tags")),
        pointer=text(node, "x-connector-pointer"),
    )
