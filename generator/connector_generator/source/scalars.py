"""What a plain YAML scalar means: the core schema of YAML 1.2, and nothing more.

YAML 1.1 readers turn ``no`` into false, ``2024-01-01`` into a date and ``12:30`` into 750; a
description of an API means the text it says.
"""

import re

_NUMERIC_START = frozenset("-+.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_RADIX = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

Scalar = str | int | float | bool | None


def plain(text: str) -> Scalar:
    """The value of an unquoted scalar."""
    if text in _WORDS:
        return _WORDS[text]
    return number(text) if text[0] in _NUMERIC_START else text


def number(text: str) -> str | int | float:
    """The number that a text says; the text itself when it says none that JSON can write.

    Infinities, not-a-number and numbers out of range (a commit hash like ``1e4567`` looks like
    one) have no JSON form: they stay text.
    """
    if _INTEGER.fullmatch(text):
        return _integer(text, 10)
    if _RADIX.fullmatch(text):
        return _integer(text, 0)
    if _FLOAT.fullmatch(text):
        value = float(text)
        return value if abs(value) != float("inf") else text
    return text


def _integer(text: str, base: int) -> int | str:
    try:
        return int(text, base)
    except ValueError:  # Python refuses more than 4,300 digits.
        return text


def tagged(tag: str, text: str) -> Scalar:
    """The value of a scalar with an explicit tag; tags that JSON does not know mean text."""
    match tag.rpartition(":")[2]:
        case "int" | "float":
            return number(text)
        case "bool" | "null":
            return _WORDS.get(text, text)
        case _:
            return text
