"""Bytes to text: the encodings that YAML and JSON allow, and a clear refusal of all others."""

import codecs

from connector_generator.diagnostics import InputError
from connector_generator.location import Location

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decode(data: bytes, file: str) -> str:
    """The text of a file: UTF-8, or what its byte order mark says."""
    encoding, start = _encoding(data)
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        before = data[start : start + error.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        raise InputError(
            "bad-encoding",
            Location(file, "", line, column),
            f"not valid {encoding.upper()} text ({error.reason})",
            "Save the file as UTF-8.",
        ) from None


def _encoding(data: bytes) -> tuple[str, int]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def place_of(text: str, offset: int) -> tuple[int, int]:
    """Line and column, counted from 1, of an offset into a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
