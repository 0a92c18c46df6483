"""What a method returns: the documented successes as one type, and the items of a list."""

from dataclasses import dataclass

from connector_generator.ir.api import Operation, Reply, ReplyMedia
from connector_generator.ir.types import Alias, ArrayOf, Nullable, Record, Reference, Type
from connector_generator.location import tokens
from connector_generator.plan.annotations import Types, View, annotation, either

_WITHOUT_TYPE = {"text": "str", "binary": "bytes", "empty": "None"}


STREAMS = frozenset({"sse", "jsonl"})
_EVENT_FIELDS = frozenset({"data", "event", "id", "retry"})


@dataclass(frozen=True, slots=True)
class Streaming:
    """A reply that comes as a stream; ``switch`` is the wire name of the argument that asks for it,
    empty where it always is one."""

    item: str
    switch: str


@dataclass(frozen=True, slots=True)
class Listing:
    """The two types of a page."""

    item: str
    reply: str


def returned(operation: Operation, view: View) -> str:
    """The union of what the documented successes hold; None where they hold nothing."""
    if not operation.replies:
        return "Any"
    return either(_whole(reply, view) for reply in operation.replies)


def _whole(reply: Reply, view: View) -> str:
    """What a reply holds that is no stream, if it can be none."""
    whole = (media for media in reply.media if media.kind not in STREAMS)
    media = next(whole, reply.media[0]) if reply.media else None
    return media_annotation(media, view) if media else "None"


def streaming(operation: Operation, view: View) -> Streaming | None:
    """How a reply is streamed; None where the caller cannot get a stream, or nobody knows how."""
    facts = operation.facts
    media = [each for reply in operation.replies for each in reply.media]
    streams = [each for each in media if each.kind in STREAMS]
    if not facts.stream or (not facts.stream_parameter and len(streams) < len(media)):
        return None
    types = (each.item_type or each.type for each in streams)
    found = next((each for each in types if each is not None), None)
    return Streaming(annotation(found, view) if found else "Any", facts.stream_parameter)


def has_whole_events(media: ReplyMedia, types: Types) -> bool:
    """Whether the items of a stream are described as events, and not as what their data says."""
    if media.kind != "sse" or not isinstance(media.item_type, Reference):
        return False
    record = types.get(media.item_type.schema)
    if not isinstance(record, Record):
        return False
    names = {each.name.wire for each in record.properties}
    return "data" in names and names <= _EVENT_FIELDS


def is_readable(operation: Operation) -> bool:
    """Whether callers may want to read the reply while it comes: a file, a text, a stream."""
    return any(
        media.kind in {"binary", "text", "xml", *STREAMS}
        for reply in operation.replies
        for media in reply.media
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
