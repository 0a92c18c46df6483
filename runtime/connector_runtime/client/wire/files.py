"""What a programmer may give as a file (``FileInput``), brought to one form."""

import os
from collections.abc import AsyncIterable, Iterable
from dataclasses import dataclass
from typing import Any, cast

from connector_runtime.client.wire.header_text import header_value
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.streams import (
    AsyncIteratorStream,
    BodyStream,
    FileStream,
    IteratorStream,
    PathStream,
)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file: its content, its name and its content type where they are known."""

    content: bytes | BodyStream
    name: str = ""
    content_type: str = ""


def is_file(value: Any) -> bool:
    """Whether a value can only be meant as a file (bytes, a path, a file object, a tuple of one)."""
    if isinstance(value, tuple):
        parts = cast("tuple[Any, ...]", value)
        return (
            len(parts) in (2, 3)
            and (parts[0] is None or isinstance(parts[0], str))
            and (is_file(parts[1]) or (len(parts) == 3 and isinstance(parts[1], str)))
        )
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def upload(value: Any) -> Upload:
    """The file of a ``FileInput``. Raises :class:`ArgumentError` when it is none."""
    if isinstance(value, tuple):
        name, content, *rest = cast("tuple[Any, ...]", value)
        inner = upload(content)
        content_type = header_value(rest[0]) if rest and rest[0] else inner.content_type
        return Upload(inner.content, inner.name if name is None else str(name), content_type)
    if isinstance(value, str):
        return Upload(value.encode("utf-8"))
    if isinstance(value, (bytes, bytearray, memoryview)):
        return Upload(bytes(value))
    if isinstance(value, os.PathLike):
        path = cast("os.PathLike[str]", value)
        return Upload(PathStream(path), os.path.basename(os.fspath(path)))
    if hasattr(value, "read"):
        return Upload(FileStream(value), _file_name(value))
    raise ArgumentError(f"a value of type {type(value).__name__} is not a file")


def _file_name(file: Any) -> str:
    """The name of an open file; descriptors and nameless ones have none."""
    name = getattr(file, "name", "")
    return os.path.basename(name) if isinstance(name, str) else ""


def raw_upload(value: Any) -> Upload:
    """The whole of a body: a file, a text, or an iterable of bytes."""
    if isinstance(value, AsyncIterable):
        return Upload(AsyncIteratorStream(cast("AsyncIterable[bytes]", value)))
    if is_file(value) or isinstance(value, str):
        return upload(value)
    if isinstance(value, Iterable) and not isinstance(value, (dict, list, tuple, set)):
        if hasattr(cast("object", value), "model_dump"):
            raise ArgumentError("a model is not a file")
        return Upload(IteratorStream(cast("Iterable[bytes]", value)))
    raise ArgumentError(f"a value of type {type(value).__name__} is not a file")


def guessed_type(name: str) -> str:
    """The content type that goes with a file's name, or nothing."""
    if not name:
        return ""
    from mimetypes import guess_type

    return guess_type(name)[0] or ""
