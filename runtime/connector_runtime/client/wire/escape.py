"""Percent-encoding (RFC 3986, RFC 6570) and the checks that keep one value in one place."""

import re
from urllib.parse import quote, quote_plus, unquote

from connector_runtime.client.wire.problems import ArgumentError

_UNRESERVED = "".join(map(chr, (*range(48, 58), *range(65, 91), *range(97, 123)))) + "-._~"
_PLAIN_IN_FORM = _UNRESERVED.replace("~", "*")
_TEMPLATE = "/:@!$&'()*+,;=~"
_TRIPLET = "(%[0-9A-Fa-f]{2})"
_DOTS = frozenset((".", ".."))

_RESERVED_IN_QUERY = ":/?@!$'()*,;="
"""RFC 6570's reserved set without ``[ ] #``, which no query may hold (RFC 3986, section 3.4), and
without ``& +``, which would end the value or become a space at the other end."""
_RESERVED_IN_PATH = ":@!$&'()*+,;="
"""What may stand in a path segment; ``/ ? #`` never (OpenAPI 3.1, Path Templating)."""


def escape(text: str) -> str:
    """All but the unreserved characters as UTF-8 triplets."""
    if not text.strip(_UNRESERVED):
        return text
    return quote(text, safe="~")


def escape_form(text: str) -> str:
    """For ``application/x-www-form-urlencoded`` (WHATWG URL): a space is ``+``, ``*`` stays, ``~`` not."""
    if not text.strip(_PLAIN_IN_FORM):
        return text
    return quote_plus(text, safe="*").replace("~", "%7E")


def _reserved(text: str, safe: str) -> str:
    """RFC 6570, section 3.2.3: what is a triplet already stays one."""
    if not text.strip(_UNRESERVED + safe):
        return text
    pieces = re.split(_TRIPLET, text)
    pieces[::2] = [quote(piece, safe=safe) for piece in pieces[::2]]
    return "".join(pieces)


def escape_reserved_query(text: str) -> str:
    """``allowReserved`` in a query."""
    return _reserved(text, _RESERVED_IN_QUERY + "~")


def escape_reserved_path(text: str) -> str:
    """``allowReserved`` in a path."""
    return _reserved(text, _RESERVED_IN_PATH + "~")


def escape_template(literal: str) -> str:
    """The fixed text of a path as the document has it: only what no URL may hold is encoded."""
    return _reserved(literal, _TEMPLATE)


def escape_fixed_query(literal: str) -> str:
    """The fixed query of a path as the document has it."""
    return _reserved(literal, _TEMPLATE + "?")


def refuse_dot_segments(text: str) -> None:
    """A value must not climb out of its place, also not for a server that decodes twice."""
    if "." not in text and "%" not in text:
        return
    seen = text
    for _ in range(3):
        if not _DOTS.isdisjoint(seen.replace("\\", "/").split("/")):
            raise ArgumentError("dot segments ('.' and '..') are not allowed in a path")
        decoded = unquote(seen)
        if decoded == seen:
            return
        seen = decoded
