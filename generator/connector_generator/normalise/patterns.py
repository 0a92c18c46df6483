"""Patterns: ECMA-262 regular expressions in the words of Python's ``re``.

Samples are made and checked by them. Models of replies are not: a vendor may widen its patterns.
"""

import re
import warnings
from functools import lru_cache

_CATEGORY = {"L": r"[^\W\d_]", "N": r"\d", "Nd": r"\d"}
_CATEGORY_IN_CLASS = {"N": r"\d", "Nd": r"\d"}
_QUANTIFIER = re.compile(r"\{\d+(,\d*)?\}")
_TOKEN = re.compile(
    r"\\u\{(?P<code>[0-9A-Fa-f]{1,6})\}|\\p\{(?P<category>\w+)\}|\\c[A-Za-z]|\\(?P<escape>.)"
    r"|\(\?<(?P<group>[A-Za-z]\w*)>|(?P<char>.)",
    re.DOTALL,
)
_DELIMITED = re.compile(r"/(?P<body>.+)/(?P<flags>[gimsuy]*)", re.DOTALL)
_LETTERS_KEPT = frozenset("dDwWsSbBnrtfv")


@lru_cache(maxsize=4096)
def translate(pattern: str) -> str | None:
    """The pattern for ``re``, or None where it says more than that can."""
    delimited = _DELIMITED.fullmatch(pattern)
    if delimited:
        pattern = ("(?i)" if "i" in delimited["flags"] else "") + delimited["body"]
    translated = _translate(pattern)
    return translated if translated is not None and _compiles(translated) else None


def _translate(pattern: str) -> str | None:
    out: list[str] = []
    in_class = False
    for match in _TOKEN.finditer(pattern):
        piece = _piece(match, pattern, in_class)
        if piece is None:
            return None
        if match["char"] == "[" and not in_class:
            in_class = True
        elif match["char"] == "]":
            in_class = False
        out.append(piece)
    return "".join(out).replace(r"[^]", r"[\s\S]")


def _piece(match: re.Match[str], pattern: str, in_class: bool) -> str | None:
    if match["code"]:
        code = int(match["code"], 16)
        return re.escape(chr(code)) if code < 0x110000 else None
    if match["category"]:
        return (_CATEGORY_IN_CLASS if in_class else _CATEGORY).get(match["category"])
    if match["group"]:
        return f"(?P<{match['group']}>"
    if match["escape"] is not None:
        return _escape(match)
    char = match["char"]
    if char is None:
        return None
    if in_class:
        doubled = char in "&~-" and pattern[match.start() - 1] == char
        return "\\" + char if char == "[" or doubled else char
    if char == "{" and not _QUANTIFIER.match(pattern, match.start()):
        return r"\{"
    return char


def _escape(match: re.Match[str]) -> str | None:
    char = match["escape"]
    if char in _LETTERS_KEPT or char in "xu":
        return "\\" + char
    if char == "0":
        return r"\x00"
    if char == "Z" or char == "z":
        return "$"
    if char == "A":
        return "^"
    if char.isalnum():
        return None
    return char if char in "/\"'<>_ %,:;=!@`" or not char.isascii() else "\\" + char


def _compiles(pattern: str) -> bool:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return False
    return True
