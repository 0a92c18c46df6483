"""Text that stands in header lines: names, values and cookies, checked before they are sent."""

from urllib.parse import quote

from connector_runtime.client.wire.problems import ArgumentError

_VISIBLE = "".join(map(chr, range(33, 127)))
_VISIBLE_OR_BLANK = _VISIBLE + " \t"
_TOKEN = _VISIBLE.translate({ord(each): None for each in '"(),/:;<=>?@[\\]{}'})
_COOKIE = _VISIBLE.translate({ord(each): None for each in '",;\\'})
_COOKIE_SAFE = _COOKIE.replace("%", "")


def is_token(text: str) -> bool:
    """Whether it can name a header or a cookie (RFC 9110, section 5.6.2)."""
    return text != "" and not text.strip(_TOKEN)


def header_value(text: str) -> str:
    """The value, when it is one line of ASCII. It is never changed silently.

    Beyond ASCII there is no agreed encoding (RFC 9110, section 5.5), so it is refused rather than
    received as something else.
    """
    if text.strip(_VISIBLE_OR_BLANK):
        if text.isascii():
            raise ArgumentError("line breaks and control characters are not allowed in a header")
        raise ArgumentError(
            "only ASCII is allowed in a header; encode the value as the vendor asks for it"
        )
    return text.strip(" \t")


def cookie_text(text: str) -> str:
    """For style ``cookie`` (3.2): as it is, when RFC 6265 allows it."""
    if text.strip(_COOKIE):
        raise ArgumentError(
            "a cookie cannot hold control characters, spaces, quotes, commas, semicolons,"
            " backslashes or anything beyond ASCII"
        )
    return text


def cookie_escaped(text: str) -> str:
    """For style ``form``: percent-encoded where RFC 6265 asks for it, and only there.

    Servers that decode cookies and servers that do not then agree on tokens such as base64.
    """
    if not text.strip(_COOKIE_SAFE):
        return text
    return quote(text, safe=_COOKIE_SAFE)
