"""What a method returns: the documented successes as one type, and the items of a list."""

from dataclasses import dataclass

from connector_generator.ir.api import Operation, ReplyMedia
from connector_generator.ir.types import Alias, ArrayOf, Nullable, Record, Reference, Type
from connector_generator.location import tokens
from connector_generator.plan.annotations import Types, View, annotation, either

_WITHOUT_TYPE = {"text": "str", "binary": "bytes", "empty": "None"}


@dataclass(frozen=True, slots=True)
class Listing:
    """The two types of a page."""

    item: str
    reply: str


def returned(operation: Operation, view: View) -> str:
    """The union of what the documented successes hold; None where they hold nothing."""
    if not operation.replies:
        return "Any"
    return either(
        media_annotation(reply.media[0], view) if reply.media else "None"
        for reply in operation.replies
    )


def media_annotation(media: ReplyMedia, view: View) -> str:
    """What one media type of a reply is decoded to; streams have no type as a whole."""
    if media.type is not None:
        return annotation(media.type, view)
    return _WITHOUT_TYPE.get(media.kind, "Any")


def listing(operation: Operation, types: Types, view: View) -> Listing | None:
    """The types of a page, where the operation is a list."""
    pagination = operation.facts.pagination
    if pagination is None:
        return None
    reply = _paged_type(operation)
    found = reply and _at(reply, tokens(pagination.items), types)
    item = annotation(found.items, view) if isinstance(found, ArrayOf) else "Any"
    return Listing(item, annotation(reply, view) if reply else "Any")


def _paged_type(operation: Operation) -> Type | None:
    for reply in operation.replies:
        for media in reply.media:
            if media.kind == "json" and media.type is not None:
                return media.type
    return None


def _at(type_: Type | None, path: tuple[str, ...], types: Types) -> Type | None:
    """The type at a JSON pointer below another."""
    bare = _bare(type_, types)
    if not path:
        return bare
    if not isinstance(bare, Reference):
        return None
    record = types.get(bare.schema)
    if not isinstance(record, Record):
        return None
    inner = next((each.type for each in record.properties if each.name.wire == path[0]), None)
    return _at(inner, path[1:], types)


def _bare(type_: Type | None, types: Types) -> Type | None:
    """The type without null and without aliases."""
    for _ in range(len(types) + 2):
        match type_:
            case Nullable(of):
                type_ = of
            case Reference(schema) if isinstance(named := types.get(schema), Alias):
                type_ = named.type
            case _:
                return type_
    return None
