"""Operations on plain JSON trees that know nothing of what the tree describes."""

from typing import Any, cast

Containers = dict[str, Any] | list[Any]


def copy(value: Any) -> Any:
    """A copy that shares no container with the original."""
    if isinstance(value, dict):
        return {key: copy(item) for key, item in cast(dict[str, Any], value).items()}
    if isinstance(value, list):
        return [copy(item) for item in cast(list[Any], value)]
    return value


def size(value: Any) -> int:
    """How many values a tree holds, itself included."""
    count = 0
    stack = [value]
    while stack:
        item = stack.pop()
        count += 1
        if isinstance(item, dict):
            stack.extend(cast(dict[str, Any], item).values())
        elif isinstance(item, list):
            stack.extend(cast(list[Any], item))
    return count


def deeper_than(value: Any, limit: int) -> bool:
    """Whether containers are nested more than ``limit`` levels deep."""
    level = [value] if isinstance(value, (dict, list)) else []
    for _ in range(limit):
        if not level:
            return False
        level = [
            child
            for container in level
            for child in (container.values() if container.__class__ is dict else container)
            if child.__class__ is dict or child.__class__ is list
        ]
    return bool(level)


def child(value: Any, token: str) -> Any:
    """The member or item that a pointer's token names; raises KeyError when there is none."""
    if isinstance(value, dict):
        return cast(dict[str, Any], value)[token]
    if isinstance(value, list):
        items = cast(list[Any], value)
        if token.isascii() and token.isdigit() and int(token) < len(items):
            return items[int(token)]
    raise KeyError(token)
