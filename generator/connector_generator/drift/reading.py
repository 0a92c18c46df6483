"""A description becomes one side of a comparison, through the stages that a build goes through."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, cast

from connector_generator.diagnostics import Diagnostics
from connector_generator.drift.lines import facts_of, requirements_of, scheme_of, servers_of
from connector_generator.drift.places import Atlas, Node, Place, at_pointer
from connector_generator.drift.surface import (
    Argument,
    Call,
    Content,
    Event,
    Surface,
    media_type,
)
from connector_generator.infer import infer
from connector_generator.ir.api import Api, Operation, Parameter
from connector_generator.location import Location
from connector_generator.lower import lower
from connector_generator.lower.naming import FrozenNames
from connector_generator.lower.operations import METHODS, Declared, declared_operations
from connector_generator.lower.reading import mapping, text
from connector_generator.normalise import normalise
from connector_generator.normalise.merge import merge
from connector_generator.plan.facts import scheme_json
from connector_generator.plan.table import (
    error_json,
    facts_json,
    security_json,
    server_json,
    some,
)
from connector_generator.source.document import Document
from connector_generator.source.select import Selection
from connector_generator.source.spec import load_spec


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
        schemes={each.name: scheme_of(scheme_json(each)) for each in api.security_schemes},
        servers=servers_of(map(server_json, api.servers)),
        events=tuple(_events(root)),
        error=error_json(api.error) or {},
        find=find,
        names=lowered.given_names(),
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
        replies=_replies(node, place),
        security=requirements_of(security_json(operation.security)),
        own_security=own_security,
        servers=servers_of(map(server_json, operation.servers)),
        facts=facts_of(some(facts_json(operation.facts))),
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
        media_type(content_type): mapping(media, "schema" if "schema" in media else "itemSchema")
        for content_type, media in mapping(node, "content").items()
    }


def _replies(node: Node, place: Place) -> dict[str, Content]:
    return {
        status: _reply(cast("Node", reply), place.step("reply", status))
        for status, reply in mapping(node, "responses").items()
    }


def _reply(node: Node, place: Place) -> Content:
    return Content(
        media=_media(node),
        place=place,
        headers={
            name.lower(): cast("Node", header) for name, header in mapping(node, "headers").items()
        },
    )


def _events(root: Node) -> Iterator[Event]:
    sections: tuple[Literal["webhook", "callback"], ...] = ("webhook", "callback")
    for kind in sections:
        for name, item in mapping(root, f"{kind}s").items():
            for node in [item[method] for method in METHODS if method in item][:1]:
                yield _event(kind, name, node)


def _event(kind: Literal["webhook", "callback"], name: str, node: Node) -> Event:
    place = at_pointer(text(node, "x-connector-pointer"))
    return Event(
        kind=kind,
        name=name,
        place=place,
        payload=Content(media=_media(mapping(node, "requestBody")), place=place.step("body")),
        answers=_replies(node, place),
    )
