"""Parameters, and the one scope of argument names that they share with the body."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import cast

from connector_generator.ir.api import Body, BodyMedia, Parameter, ParameterLocation, Style
from connector_generator.ir.names import Name
from connector_generator.lower.bodies import rename_fields
from connector_generator.lower.examples import lower_examples
from connector_generator.lower.naming import RESERVED_IN_ARGUMENTS, allocate_members
from connector_generator.lower.reading import Node, mapping, text
from connector_generator.lower.schemas import lower_type

_ORDER: tuple[ParameterLocation, ...] = ("path", "query", "querystring", "header", "cookie")


def lower_parameters(
    declared: Iterable[Node], client_parameters: Collection[tuple[str, str]]
) -> tuple[Parameter, ...]:
    """The parameters in the order path, query, header, cookie; names are allocated later, from
    ``x-connector-name`` where it is given.

    ``client_parameters`` are (wire name, location) of those that are given to the client.
    """
    lowered = [_parameter(node, client_parameters) for node in declared]
    return tuple(sorted(lowered, key=lambda parameter: _ORDER.index(parameter.location)))


def _parameter(node: Node, client_parameters: Collection[tuple[str, str]]) -> Parameter:
    content = mapping(node, "content")
    content_type = next(iter(content), "")
    holder = mapping(content, content_type) if content_type else node
    schema = dict(mapping(holder, "schema"))
    wire, location = text(node, "name"), cast("ParameterLocation", text(node, "in"))
    return Parameter(
        name=Name(wire, text(node, "x-connector-name") or wire),
        location=location,
        type=lower_type(schema),
        schema=schema,
        required=node.get("required") is True,
        style=cast("Style", text(node, "style") or "form"),
        explode=node.get("explode") is True,
        allow_reserved=node.get("allowReserved") is True,
        content_type=content_type,
        deprecated=node.get("deprecated") is True,
        description=text(node, "description"),
        client_parameter=(wire, location) in client_parameters,
        examples=(*lower_examples(node), *(lower_examples(holder) if content_type else ())),
        pointer=text(node, "x-connector-pointer"),
    )


def allocate_arguments(
    parameters: Sequence[Parameter], body: Body | None
) -> tuple[tuple[Parameter, ...], Body | None]:
    """Both with final argument names. A body field that shares a name gives way: ``body_<name>``.

    Of two parameters with one name the later location gives way: ``query_id`` beside ``id``.
    """
    labels = _labels([(each.location, each.name.python) for each in parameters])
    body_labels = [_body_labels(labels, _wires(media)) for media in body.media] if body else []
    every = dict.fromkeys(labels)
    for each in body_labels:
        every.update(dict.fromkeys(each.values()))
    single = ["body" for media in (body.media if body else ()) if media.fields is None]
    names = {
        name.wire: name
        for name in allocate_members(tuple(every), reserved={*RESERVED_IN_ARGUMENTS, *single})
    }
    renamed = tuple(
        replace(each, name=replace(names[label], wire=each.name.wire))
        for each, label in zip(parameters, labels, strict=True)
    )
    if body is None:
        return renamed, None
    python = [{wire: names[label].python for wire, label in each.items()} for each in body_labels]
    return renamed, rename_fields(body, python)


def _wires(media: BodyMedia) -> list[str]:
    return [each.name.wire for each in media.fields or ()]


def _labels(parameters: Sequence[tuple[str, str]]) -> list[str]:
    labels: list[str] = []
    for location, name in parameters:
        labels.append(name if name not in labels else f"{location}_{name}")
    return labels


def _body_labels(taken: Sequence[str], wires: Sequence[str]) -> dict[str, str]:
    return {wire: f"body_{wire}" if wire in taken else wire for wire in wires}
