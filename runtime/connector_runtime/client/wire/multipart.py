"""Multipart bodies (RFC 2046, RFC 7578), streamed: a file is never read into memory as a whole."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.operation import Encoding
from connector_runtime.client.wire.content import content_text
from connector_runtime.client.wire.files import Upload, guessed_type, is_file, upload
from connector_runtime.client.wire.form import form_pairs
from connector_runtime.client.wire.header_text import header_value
from connector_runtime.client.wire.json_text import json_bytes
from connector_runtime.client.wire.media_types import is_json, is_wildcard, matches
from connector_runtime.client.wire.plain import (
    is_array,
    is_object,
    is_scalar,
    key_text,
    reduce_value,
    scalar_text,
)
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.streams import BodyStream, JoinedStream

_PLAIN = Encoding()
_IN_MEMORY = 1_048_576
_ESCAPES = str.maketrans(
    {'"': "%22", "\r": "%0D", "\n": "%0A"}
    | {chr(code): f"%{code:02X}" for code in (*range(10), 11, 12, *range(14, 32), 127)}
)


@dataclass(frozen=True, slots=True)
class Part:
    """One part: what stands before it, and its content."""

    name: str
    content: bytes | BodyStream
    content_type: str = ""
    filename: str = ""


def new_boundary() -> str:
    """128 random bits: it cannot be met in the content, not even by design."""
    return os.urandom(16).hex()


def multipart_body(
    value: Any, encodings: Mapping[str, Encoding], content_type: str, boundary: str
) -> bytes | BodyStream:
    """The body. ``value`` is the fields by wire name, or a list of parts without names."""
    named = content_type.partition(";")[0].strip().lower() == "multipart/form-data"
    pieces: list[bytes | BodyStream] = []
    for part in _parts(value, encodings):
        pieces.append(f"--{boundary}\r\n{_headers(part, named)}\r\n".encode())
        pieces += [part.content, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    stream = JoinedStream(pieces)
    small = stream.length is not None and stream.length <= _IN_MEMORY
    if small and all(isinstance(piece, bytes) for piece in pieces):
        return b"".join(cast("list[bytes]", pieces))
    return stream


def _headers(part: Part, named: bool) -> str:
    lines: list[str] = []
    filename = f'; filename="{part.filename.translate(_ESCAPES)}"' if part.filename else ""
    if named:
        name = part.name.translate(_ESCAPES)
        lines.append(f'Content-Disposition: form-data; name="{name}"{filename}')
    elif filename:
        lines.append(f"Content-Disposition: attachment{filename}")
    if part.content_type:
        lines.append(f"Content-Type: {header_value(part.content_type)}")
    return "".join(f"{line}\r\n" for line in lines)


def _parts(value: Any, encodings: Mapping[str, Encoding]) -> Iterator[Part]:
    if is_array(value):
        for index, item in enumerate(value):
            try:
                yield _part("", item, _PLAIN)
            except ArgumentError as problem:
                raise problem.below(index) from None
        return
    for name, field in cast("Mapping[Any, Any]", value).items():
        if field is OMIT:
            continue
        try:
            yield from _field(key_text(name), field, encodings.get(name, _PLAIN))
        except ArgumentError as problem:
            raise problem.below(name) from None


def _field(name: str, value: Any, encoding: Encoding) -> Iterator[Part]:
    """The parts of one property: an array has one part for each item."""
    if is_file(value):
        yield _file(name, upload(value), encoding)
        return
    plain = reduce_value(value)
    if _is_styled(encoding) and not is_scalar(plain):
        for key, text in form_pairs({name: plain}, {name: encoding}):
            yield Part(key, text.encode("utf-8"))
    elif is_array(plain) and not is_json(encoding.content_type):
        for index, item in enumerate(plain):
            try:
                yield _part(name, item, encoding)
            except ArgumentError as problem:
                raise problem.below(index) from None
    else:
        yield _part(name, plain, encoding)


def _is_styled(encoding: Encoding) -> bool:
    """RFC 6570 is asked for; it excludes ``contentType`` (OpenAPI 3.1, Encoding Object)."""
    if encoding.content_type:
        return False
    return encoding.style not in ("", "form") or not encoding.explode


def _part(name: str, value: Any, encoding: Encoding) -> Part:
    if is_file(value):
        return _file(name, upload(value), encoding)
    plain = reduce_value(value)
    chosen = _first_type(encoding.content_type)
    if is_object(plain) or is_array(plain):
        if chosen and not is_json(chosen):
            return Part(name, content_text(chosen, plain).encode("utf-8"), chosen)
        return Part(name, json_bytes(plain), chosen or "application/json")
    if chosen and is_json(chosen):
        return Part(name, json_bytes(plain), chosen)
    text = "" if plain is None else scalar_text(plain)
    return Part(name, text.encode("utf-8"), chosen)


def _file(name: str, file: Upload, encoding: Encoding) -> Part:
    """A file always has a file name: without one servers take it for a text field."""
    filename = file.name or name or "upload"
    return Part(name, file.content, _file_type(file, encoding.content_type), filename)


def _file_type(file: Upload, documented: str) -> str:
    """What the caller says; else what the name tells, when the document allows it."""
    if file.content_type:
        return file.content_type
    ranges = [each.strip() for each in documented.split(",") if each.strip()]
    guess = guessed_type(file.name)
    if guess and (not ranges or any(matches(range_.lower(), guess) for range_ in ranges)):
        return guess
    return _first_type(documented) or "application/octet-stream"


def _first_type(documented: str) -> str:
    """The first of the documented types that can be sent."""
    for each in documented.split(","):
        if each.strip() and not is_wildcard(each):
            return each.strip()
    return ""
