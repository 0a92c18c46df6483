"""Text that stands in header lines: names, values and cookies, checked before they are sent."""

import re
from urllib.parse import quote

from connector_runtime.client.wire.problems import ArgumentError

is_token = re.compile(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+").fullmatch
"""A header's or cookie's name (RFC 9110, section 5.6.2)."""

_VISIBLE = re.compile(r"[\x20-\x7e\t]*").fullmatch
_COOKIE = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*").fullmatch
_COOKIE_SAFE = "!#$&'()*+-./:<=>?@[]^_`{|}~"


def header_value(text: str) -> str:
    """The value, when it is one line of ASCII. It is never changed silently.

    Beyond ASCII there is no agreed encoding (RFC 9110, section 5.5), so it is refused rather than
    received as something else.
    """
    if not _VISIBLE(text):
        if text.isascii():
            raise ArgumentError("line breaks and control characters are not allowed in a header")
        raise ArgumentError(
            "only ASCII is allowed in a header; encode the value as the vendor asks for it"
        )
    return text.strip(" \t")


def cookie_text(text: str) -> str:
    """For style ``cookie`` (3.2): as it is, when RFC 6265 allows it."""
    if not _COOKIE(text):
        raise ArgumentError(
            "a cookie cannot hold control characters, spaces, quotes, commas, semicolons,"
            " backslashes or anything beyond ASCII"
        )
    return text


def cookie_escaped(text: str) -> str:
    """For style ``form``: percent-encoded where RFC 6265 asks for it, and only there.

    Servers that decode cookies and servers that do not then agree on tokens such as base64.
    """
    if "%" not in text and _COOKIE(text):
        return text
    return quote(text, safe=_COOKIE_SAFE)
