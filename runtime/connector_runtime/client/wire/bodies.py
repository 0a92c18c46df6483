"""Request bodies by kind: a table from ``BodyMedia.kind`` to what makes the bytes."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias, cast

from connector_runtime.client.operation import BodyMedia
from connector_runtime.client.wire.json_text import Resolve, json_bytes
from connector_runtime.client.wire.media_types import charset, is_wildcard
from connector_runtime.client.wire.plain import (
    is_array,
    is_object,
    is_scalar,
    reduce_value,
    scalar_text,
)
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.streams import BodyStream


class EncodedBody(NamedTuple):
    """The bytes and what they are."""

    content: bytes | BodyStream
    content_type: str


EncodeBody: TypeAlias = Callable[[Any], EncodedBody]

_CONCRETE = {
    "json": "application/json",
    "form": "application/x-www-form-urlencoded",
    "multipart": "multipart/form-data",
    "text": "text/plain",
    "xml": "application/xml",
    "binary": "application/octet-stream",
}


def _content_type(media: BodyMedia) -> str:
    """What is sent as Content-Type: a range becomes the kind's usual type."""
    if is_wildcard(media.content_type) or not media.content_type:
        return _CONCRETE[media.kind]
    return media.content_type


def _json(media: BodyMedia, resolve: Resolve) -> EncodeBody:
    content_type = _content_type(media)
    schema = media.schema

    def encode(value: Any) -> EncodedBody:
        return EncodedBody(json_bytes(value, schema, resolve), content_type)

    return encode


def _fields(value: Any) -> Mapping[str, Any]:
    plain = reduce_value(value)
    if not is_object(plain):
        raise ArgumentError("a form is given as an object")
    return plain


def _form(media: BodyMedia, resolve: Resolve) -> EncodeBody:
    from connector_runtime.client.wire.form import form_body

    content_type = _content_type(media)

    def encode(value: Any) -> EncodedBody:
        return EncodedBody(form_body(_fields(value), media.encodings), content_type)

    return encode


def _multipart(media: BodyMedia, resolve: Resolve) -> EncodeBody:
    from connector_runtime.client.wire.file_fields import FileFields
    from connector_runtime.client.wire.multipart import multipart_body, new_boundary

    content_type = _content_type(media).partition(";")[0].strip()
    files = FileFields(media.schema, resolve)

    def encode(value: Any) -> EncodedBody:
        boundary = new_boundary()
        parts = value if is_array(value) else files.marked(_fields(value))
        content = multipart_body(parts, media.encodings, content_type, boundary)
        return EncodedBody(content, f"{content_type}; boundary={boundary}")

    return encode


def _raw(media: BodyMedia, resolve: Resolve) -> EncodeBody:
    from connector_runtime.client.wire.files import guessed_type, raw_upload

    content_type = _content_type(media)
    range_ = is_wildcard(media.content_type)

    def encode(value: Any) -> EncodedBody:
        if value is None:
            raise ArgumentError("null is no content; leave the body out instead")
        file = raw_upload(value)
        chosen = file.content_type or (guessed_type(file.name) if range_ else "") or content_type
        return EncodedBody(file.content, chosen)

    return encode


def _text(media: BodyMedia, resolve: Resolve) -> EncodeBody:
    raw = _raw(media, resolve)
    content_type = _content_type(media)
    encoding = charset(content_type)

    def encode(value: Any) -> EncodedBody:
        plain = _text_of(value)
        if not isinstance(plain, str):
            return raw(value)
        if encoding:
            return EncodedBody(_encoded(plain, encoding), content_type)
        suffix = "" if plain.isascii() else "; charset=utf-8"
        return EncodedBody(plain.encode("utf-8"), content_type + suffix)

    return encode


def _text_of(value: Any) -> Any:
    """A scalar's text; anything else is left for the raw encoder to judge."""
    if isinstance(value, (str, bytes, bytearray, tuple)):
        return cast("object", value)
    if hasattr(value, "read") or hasattr(value, "__fspath__") or hasattr(value, "__next__"):
        return value
    plain = reduce_value(value)
    return scalar_text(plain) if is_scalar(plain) else value


def _encoded(text: str, encoding: str) -> bytes:
    try:
        return text.encode(encoding)
    except LookupError:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise ArgumentError(f"the text has characters that {encoding} cannot express") from None


_KINDS: dict[str, Callable[[BodyMedia, Resolve], EncodeBody]] = {
    "json": _json,
    "form": _form,
    "multipart": _multipart,
    "text": _text,
    "xml": _text,
    "binary": _raw,
}


def body_encoder(media: BodyMedia, resolve: Resolve) -> EncodeBody:
    """What turns the value of a body (fields by wire name, or the one value) into bytes."""
    return _KINDS[media.kind](media, resolve)
