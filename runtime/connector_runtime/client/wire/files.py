"""What a programmer may give as a file (``FileInput``), brought to one form."""

import os
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any, TypeGuard, cast

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


def _is_tuple(value: Any) -> TypeGuard[tuple[Any, ...]]:
    return isinstance(value, tuple)


def is_file(value: Any) -> bool:
    """Whether a value can only be meant as a file (bytes, a path, a file object, a tuple of one)."""
    if _is_tuple(value):
        return (
            len(value) in (2, 3)
            and (value[0] is None or isinstance(value[0], str))
            and (is_file(value[1]) or (len(value) == 3 and isinstance(value[1], str)))
        )
    return isinstance(value, (bytes, bytearray, memoryview, os.PathLike)) or hasattr(value, "read")


def upload(value: Any) -> Upload:
    """The file of a ``FileInput``. Raises :class:`ArgumentError` when it is none."""
    if _is_tuple(value):
        name, content, *rest = value
        inner = upload(content)
        content_type = header_value(rest[0]) if rest and rest[0] else inner.content_type
        return Upload(inner.content, inner.name if name is None else str(name), content_type)
    if isinstance(value, str):
        return Upload(value.encode("utf-8"))
    if isinstance(value, (bytes, bytearray, memoryview)):
        return Upload(bytes(cast("bytes", value)))
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
    if _is_source(value):
        return Upload(IteratorStream(value))
    raise ArgumentError(
        f"this body is sent as it is: give text, bytes or a file, not {type(value).__name__}"
    )


def _is_source(value: object) -> TypeGuard[Iterable[bytes]]:
    """Whether it is there to be iterated over, and not a collection or a model."""
    if isinstance(value, (Mapping, Sequence, Set)) or hasattr(value, "model_dump"):
        return False
    return isinstance(value, Iterable)


def guessed_type(name: str) -> str:
    """The content type that goes with a file's name, or nothing."""
    if not name:
        return ""
    from mimetypes import guess_type

    return guess_type(name)[0] or ""
