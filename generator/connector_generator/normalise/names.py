"""Words for the names of hoisted schemas: PascalCase from whatever the document says."""

import re
from functools import lru_cache

_SEPARATORS = re.compile(r"[\W_]+")
_SYMBOLS = {
    "+": "Plus", "-": "Minus", "*": "Star", "$": "Dollar", "@": "At", "#": "Hash", "%": "Percent",
    "&": "And", "!": "Not", "=": "Equal", "<": "Less", ">": "Greater", ".": "Dot", "_": "Underscore",
    "/": "Slash", "|": "Or", "~": "Tilde", "^": "Caret", "?": "Any", ":": "Colon",
}  # fmt: skip
_MAX_WORD = 60


@lru_cache(maxsize=8192)
def pascal(value: str) -> str:
    """``payment_intent`` → ``PaymentIntent``; symbols are spelled only where nothing else is left.

    Inner capitals stay as they are (``HTTPMethod``); very long texts are cut.
    """
    words = [word for word in _SEPARATORS.split(value[:400]) if word]
    if len(words) > 1 and value.isupper():  # INVALID_VALUE
        words = [word.lower() for word in words]
    words = [word[0].upper() + word[1:] for word in words]
    name = "".join(words) or "".join(_SYMBOLS.get(char, "") for char in value[:8])
    return name[:_MAX_WORD] or "Empty"


def operation_words(method: str, path: str) -> str:
    """A name for an operation that gives itself none, from its method and path."""
    parts = re.split(r"[/?&#=]+", path)
    return pascal(method.lower()) + "".join(_path_word(part) for part in parts if part)


def operation_words_in_full(method: str, path: str) -> str:
    """The longer form that tells ``/a/{b}`` from ``/a/b``."""
    parts = re.split(r"[/?&#=]+", path)
    words = ("By" + pascal(part) if "{" in part else pascal(part) for part in parts if part)
    return pascal(method.lower()) + "".join(words)


def _path_word(part: str) -> str:
    return "" if not part.strip("{}") else pascal(part)
