"""A description becomes one side of a comparison, through the stages that a build goes through."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, cast

from connector_generator.diagnostics import Diagnostics
from connector_generator.drift.places import Atlas, Node, Place, at_pointer
from connector_generator.drift.surface import Argument, Call, Content, Requirement, Surface
from connector_generator.infer import infer
from connector_generator.ir.api import Api, Operation, Parameter, SecurityRequirement, Server
from connector_generator.ir.facts import ErrorShape
from connector_generator.location import Location
from connector_generator.lower import Lowered, lower
from connector_generator.lower.naming import FrozenNames, FrozenOperation
from connector_generator.lower.operations import Declared, declared_operations
from connector_generator.lower.reading import mapping, text
from connector_generator.normalise import normalise
from connector_generator.normalise.merge import merge
from connector_generator.source.document import Document
from connector_generator.source.select import Selection
from connector_generator.source.spec import load_spec

_EVENT_METHODS = ("post", "put", "get", "patch", "delete")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is to be read: ``shown`` is what the user called it, ``names`` are kept."""

    specs: tuple[str, ...]
    shown: str
    name: str | None = None
    names: FrozenNames = field(default_factory=FrozenNames)
    overlays: tuple[str, ...] = ()
    selection: Selection = field(default_factory=Selection)
    home: str = ""
    """A temporary folder that files were written to; places are told without it."""


def read(source: Source) -> Surface:
    """The description as its callers see it."""
    diagnostics = Diagnostics()
    spec = load_spec(
        source.specs,
        diagnostics,
        overlays=source.overlays,
        selection=source.selection,
        name=source.name,
    )
    document = merge([normalise(each, diagnostics) for each in spec.documents])
    root = document.root
    lowered = lower(root, spec.name, source.names)
    api = infer(lowered.api, lowered.extensions)
    atlas = Atlas(_roots(spec.documents), document.locate)

    def find(place: Place) -> Location:
        found = atlas.find(place)
        file = found.file.replace(source.home, source.shown.partition(":")[0] + ":", 1)
        return found if not source.home else Location(file, found.pointer, found.line, found.column)

    shared: Any = root.get("security")
    return Surface(
        label=source.shown,
        calls=tuple(_calls(api, declared_operations(root), shared)),
        schemas=root["components"]["schemas"],
        classes={key: each.name.python for key, each in api.types.items()},
        schemes=_schemes(api),
        servers=server_texts(api.servers),
        events=dict(_events(root)),
        error=_shape(api.error),
        find=find,
        names=_given(api, lowered),
    )


def _roots(documents: Sequence[Document]) -> dict[str, Node]:
    """The trees as they were written, by the first token of pointers into them."""
    if len(documents) == 1:
        return {"": documents[0].root}
    roots: dict[str, Node] = {}
    for each in documents:
        name = each.name
        while name in roots:
            name += "_"
        roots[name] = each.root
    return roots


def _given(api: Api, lowered: Lowered) -> FrozenNames:
    """The names that a lock would record, so that the other side keeps them as a rebuild does."""
    operations = {
        lowered.keys[each.name.python]: FrozenOperation(
            each.name.python, ".".join((*each.resource, each.method_name))
        )
        for each in api.operations
    }
    return FrozenNames(operations, {key: each.name.python for key, each in api.types.items()})


def server_texts(servers: Iterable[Server]) -> tuple[str, ...]:
    """Each server's URL with the defaults of its variables written in."""
    texts: list[str] = []
    for server in servers:
        url = server.url
        for variable in server.variables:
            url = url.replace(
                f"{{{variable.name.wire}}}", f"{{{variable.name.wire}={variable.default}}}"
            )
        texts.append(url.rstrip("/"))
    return tuple(texts)


def _schemes(api: Api) -> dict[str, Node]:
    return {
        each.name: {
            "type": each.kind,
            "in": each.location,
            "parameter": each.parameter,
            "scheme": each.http_scheme.lower(),
            "token_url": each.token_url,
            "oauth_url": each.authorization_url or each.openid_url,
            "scopes": frozenset(each.scopes),
            "python": each.python,
        }
        for each in api.security_schemes
    }


def _calls(api: Api, declared: Iterable[Declared], shared: Any) -> Iterator[Call]:
    for operation, each in zip(api.operations, declared, strict=True):
        own = each.node.get("security")
        yield _call(operation, each.node, own is not None and own != shared)


def _call(operation: Operation, node: Node, own_security: bool) -> Call:
    place = at_pointer(operation.pointer)
    return Call(
        method=operation.http_method,
        path=operation.path,
        python=".".join((*operation.resource, operation.method_name)),
        place=place,
        operation_id=text(node, "operationId"),
        tags=frozenset(operation.tags),
        deprecated=operation.deprecated,
        stability=text(node, "x-stability-level"),
        arguments=tuple(_argument(each, place) for each in operation.parameters),
        body=_body(operation, node, place),
        replies={
            status: _reply(cast("Node", reply), place.step("reply", status))
            for status, reply in mapping(node, "responses").items()
        },
        security=requirements(operation.security),
        own_security=own_security,
        servers=server_texts(operation.servers),
        facts=_facts(operation),
    )


def _argument(parameter: Parameter, place: Place) -> Argument:
    step = place.step("parameter", f"{parameter.location} {parameter.name.wire}", parameter.pointer)
    return Argument(
        name=parameter.name.wire,
        location=parameter.location,
        python=parameter.name.python,
        schema=parameter.schema,
        required=parameter.required,
        serialisation=(
            parameter.style,
            parameter.explode,
            parameter.allow_reserved,
            parameter.content_type,
        ),
        deprecated=parameter.deprecated,
        place=step,
    )


def _body(operation: Operation, node: Node, place: Place) -> Content | None:
    if operation.body is None:
        return None
    first = operation.body.media[0] if operation.body.media else None
    return Content(
        media=_media(mapping(node, "requestBody")),
        place=place.step("body"),
        required=operation.body.required,
        fields={
            each.name.wire: each.name.python
            for each in (first.fields if first and first.fields else ())
            if not each.read_only
        },
    )


def _media(node: Node) -> dict[str, Node]:
    """Schemas by media type; of a stream of items, that of an item."""
    return {
        content_type.partition(";")[0].strip().lower()
        or content_type: mapping(media, "schema" if "schema" in media else "itemSchema")
        for content_type, media in mapping(node, "content").items()
    }


def _reply(node: Node, place: Place) -> Content:
    return Content(
        media=_media(node),
        place=place,
        headers={
            name.lower(): cast("Node", header) for name, header in mapping(node, "headers").items()
        },
    )


def requirements(security: Iterable[SecurityRequirement]) -> frozenset[Requirement]:
    """Any of these, each all of its schemes."""
    return frozenset(
        frozenset((use.scheme, frozenset(use.scopes)) for use in each) for each in security
    )


def _shape(error: ErrorShape | None) -> dict[str, Any]:
    """What is known of errors."""
    known = asdict(error) if error else {}
    return {key: value for key, value in known.items() if value is not None and value != ""}


def _facts(operation: Operation) -> dict[str, Any]:
    facts = operation.facts
    pagination = facts.pagination
    return {
        "pagination": {
            key: value
            for key, value in (asdict(pagination) if pagination else {}).items()
            if key != "evidence" and value != ""
        },
        "stream": facts.stream,
        "idempotency": (
            f"{facts.idempotency.location} {facts.idempotency.field}" if facts.idempotency else ""
        ),
        "complexity": int(facts.complexity),
        "error": _shape(facts.error),
    }


def _events(root: Mapping[str, Any]) -> Iterator[tuple[str, Content]]:
    for name, item in mapping(root, "webhooks").items():
        node = next((item[method] for method in _EVENT_METHODS if method in item), None)
        if node is not None:
            place = at_pointer(text(node, "x-connector-pointer"))
            media = _media(mapping(node, "requestBody"))
            yield name, Content(media=media, place=place.step("body"))
