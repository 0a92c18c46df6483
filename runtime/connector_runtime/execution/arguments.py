"""Arguments as they are taken in: JSON, copied, so that what was decided on is what is run."""

import math
from collections.abc import Mapping
from typing import Any, cast

from connector_runtime.errors import ArgumentsInvalidError

_DEEPEST = 64
"""How deeply arguments may be nested."""


def copied_object(value: object, root: str, pointer: str = "") -> dict[str, Any]:
    """A copy of a JSON object. ``root`` is what errors call the whole that ``pointer`` points into.

    Raises :class:`ArgumentsInvalidError` with ``details["pointer"]`` (RFC 6901) where something is
    no JSON.
    """
    if not isinstance(value, Mapping):
        raise invalid(root, pointer, "must be an object")
    copy: dict[str, Any] = _copied(cast("object", value), root, pointer, _DEEPEST)
    return copy


def invalid(root: str, pointer: str, why: str) -> ArgumentsInvalidError:
    """The error for a place in what was given."""
    return ArgumentsInvalidError(
        f"Invalid parameters: {root}{pointer} {why}", details={"pointer": pointer}
    )


def _copied(value: object, root: str, pointer: str, left: int) -> Any:
    if left < 0:
        raise invalid(root, pointer, f"is nested more than {_DEEPEST} deep")
    if isinstance(value, Mapping):
        fields = cast("Mapping[object, object]", value)
        return {
            _key(key, root, pointer): _copied(fields[key], root, below(pointer, key), left - 1)
            for key in fields
        }
    if isinstance(value, list | tuple):
        items = cast("list[object]", value)
        return [_copied(item, root, f"{pointer}/{at}", left - 1) for at, item in enumerate(items)]
    if isinstance(value, float) and not math.isfinite(value):
        raise invalid(root, pointer, "must be a finite number")
    if isinstance(value, str) and not _is_text(value):
        raise invalid(root, pointer, "must be text: it has half a surrogate pair")
    if value is None or isinstance(value, str | int | float):
        return value
    raise invalid(root, pointer, f"must be JSON, not {type(value).__name__}")


def _key(key: object, root: str, pointer: str) -> str:
    if not isinstance(key, str) or not _is_text(key):
        raise invalid(root, pointer, f"has a key that is no text: {key!r}")
    return key


def _is_text(value: str) -> bool:
    """JSON can escape what no encoding, and so no database and no vendor, takes."""
    if value.isascii():
        return True
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


def below(pointer: str, key: object) -> str:
    """The pointer to a member."""
    return f"{pointer}/{str(key).replace('~', '~0').replace('/', '~1')}"
