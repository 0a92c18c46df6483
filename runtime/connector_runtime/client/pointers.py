"""JSON pointers (RFC 6901) into decoded JSON, where anything may be missing."""

from typing import Any, cast

MISSING: Any = object()
"""There is nothing at the pointer; null is something."""


def tokens_of(pointer: str) -> tuple[str, ...]:
    """The steps of a pointer; the empty pointer is the whole document."""
    if not pointer.startswith("/"):
        return ()
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:])


def find(document: Any, tokens: tuple[str, ...]) -> Any:
    """The value there, or :data:`MISSING`. A negative index counts from the end of a list."""
    for token in tokens:
        if isinstance(document, dict):
            document = cast("dict[str, Any]", document).get(token, MISSING)
        elif isinstance(document, list) and token.lstrip("-").isdigit():
            items = cast("list[Any]", document)
            index = int(token)
            document = items[index] if -len(items) <= index < len(items) else MISSING
        else:
            return MISSING
    return document


def find_text(document: Any, pointer: str) -> str:
    """The scalar there as text, empty when there is none."""
    value = find(document, tokens_of(pointer)) if pointer else MISSING
    return str(value) if isinstance(value, (str, int, float)) else ""
