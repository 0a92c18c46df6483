"""Request bodies: the media they can be sent as, and the properties that become arguments."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import cast

from connector_generator.ir.api import Body, BodyMedia, Encoding, Style
from connector_generator.ir.types import NamedType, Nullable, Property, Record, Reference, Type
from connector_generator.lower.examples import lower_examples
from connector_generator.lower.media import body_kind, preferred
from connector_generator.lower.reading import Node, mapping, text
from connector_generator.lower.schemas import lower_type

_JSON = "application/json"


def lower_body(operation: Node, types: Mapping[str, NamedType]) -> Body | None:
    """The request body, its media in order of preference; None when there is none."""
    declared = mapping(operation, "requestBody")
    if not declared:
        return None
    media = [_media(name, node, types) for name, node in mapping(declared, "content").items()]
    order = preferred(each.kind for each in media)
    return Body(
        required=declared.get("required") is True,
        media=tuple(media[index] for index in order),
        description=text(declared, "description"),
        pointer=text(declared, "x-connector-pointer"),
    )


def _media(content_type: str, media: Node, types: Mapping[str, NamedType]) -> BodyMedia:
    schema = dict(mapping(media, "schema"))
    type_ = lower_type(schema)
    kind = body_kind(content_type, type_)
    return BodyMedia(
        content_type=_JSON if kind == "json" and "*" in content_type else content_type,
        kind=kind,
        type=type_,
        schema=schema,
        fields=_fields(type_, types) if kind in {"json", "form", "multipart"} else None,
        encodings={
            name: _encoding(encoding) for name, encoding in mapping(media, "encoding").items()
        },
        examples=lower_examples(media),
    )


def _encoding(encoding: Node) -> Encoding:
    """Any of the style's keywords asks for a style; without them objects are JSON."""
    content_type = text(encoding, "contentType")
    if not encoding.keys() & {"style", "explode", "allowReserved"}:
        return Encoding(content_type=content_type)
    style = text(encoding, "style") or "form"
    return Encoding(
        style=cast("Style", style),
        explode=encoding.get("explode", style == "form") is True,
        allow_reserved=encoding.get("allowReserved") is True,
    )


def _fields(type_: Type, types: Mapping[str, NamedType]) -> tuple[Property, ...] | None:
    """The settable properties of a record body; None when the body must be one argument."""
    if isinstance(type_, Nullable) or not isinstance(type_, Reference):
        return None
    record = types.get(type_.schema)
    if not isinstance(record, Record) or record.extra is not None:
        return None
    return tuple(each for each in record.properties if not each.read_only) or None


def rename_fields(body: Body, python_names: Sequence[Mapping[str, str]]) -> Body:
    """The body with the argument names its fields were given, one mapping for each media."""
    return replace(
        body,
        media=tuple(
            replace(media, fields=_renamed(media.fields, names))
            for media, names in zip(body.media, python_names, strict=True)
        ),
    )


def _renamed(
    fields: tuple[Property, ...] | None, names: Mapping[str, str]
) -> tuple[Property, ...] | None:
    if fields is None:
        return None
    return tuple(
        replace(each, name=replace(each.name, python=names[each.name.wire])) for each in fields
    )
