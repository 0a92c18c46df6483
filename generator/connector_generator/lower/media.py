"""What a media type means for the wire: which encoder or decoder it needs."""

from collections.abc import Iterable

from connector_generator.ir.api import BodyKind, ReplyKind
from connector_generator.ir.types import Binary, Type

_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-jsonlines",
        "application/x-ndjson",
        "application/ndjson",
        "application/json-seq",
        "application/stream+json",
    }
)
_BODY_PREFERENCE: tuple[BodyKind, ...] = ("json", "form", "multipart", "text", "binary", "xml")


def essence(content_type: str) -> str:
    """The media type in lower case, without parameters."""
    return content_type.split(";")[0].strip().lower()


def _is_json(name: str) -> bool:
    return name == "application/json" or name.endswith(("+json", "/json"))


def _is_xml(name: str) -> bool:
    return name.endswith(("/xml", "+xml"))


def body_kind(content_type: str, type_: Type) -> BodyKind:
    """How a request body of this media type is encoded."""
    name = essence(content_type)
    if isinstance(type_, Binary):
        return "binary"
    if _is_json(name) or "*" in name:
        return "json"
    if name == "application/x-www-form-urlencoded":
        return "form"
    if name.startswith("multipart/"):
        return "multipart"
    if _is_xml(name):
        return "xml"
    return "text" if name.startswith("text/") else "binary"


def reply_kind(content_type: str, type_: Type) -> ReplyKind:
    """How a reply of this media type is decoded."""
    name = essence(content_type)
    if name == "text/event-stream":
        return "sse"
    if name in _LINES:
        return "jsonl"
    if isinstance(type_, Binary):
        return "binary"
    if _is_json(name) or name == "*/*":
        return "json"
    if _is_xml(name):
        return "xml"
    return "text" if name.startswith("text/") else "binary"


def preferred(kinds: Iterable[BodyKind]) -> list[int]:
    """Indexes of body media in the order in which a caller wants them tried."""
    ranked = list(enumerate(kinds))
    return [index for index, _ in sorted(ranked, key=lambda pair: _BODY_PREFERENCE.index(pair[1]))]
