"""Where something stands: JSON pointers, and places in a file."""

from collections.abc import Iterable
from dataclasses import dataclass


def escape(token: str) -> str:
    """One reference token, escaped as RFC 6901 section 3 says."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """The inverse of :func:`escape`."""
    return token.replace("~1", "/").replace("~0", "~")


def pointer(tokens: Iterable[str | int]) -> str:
    """A JSON pointer (RFC 6901) from its unescaped tokens; the root is the empty string."""
    return "".join("/" + escape(str(token)) for token in tokens)


def tokens(pointer: str) -> tuple[str, ...]:
    """The unescaped tokens of a JSON pointer; a leading ``#`` is allowed."""
    path = pointer.removeprefix("#")
    return tuple(unescape(token) for token in path.split("/")[1:])


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source document. Lines and columns count from 1; 0 means unknown."""

    file: str
    pointer: str = ""
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        place = f":{self.line}:{self.column}" if self.line else ""
        return f"{self.file}{place}"
