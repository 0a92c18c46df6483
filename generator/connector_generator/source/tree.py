"""Operations on plain JSON trees that know nothing of what the tree describes."""

from typing import Any, TypeGuard


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether a value is a JSON object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether a value is a JSON array."""
    return isinstance(value, list)


def copy(value: Any) -> Any:
    """A copy that shares no container with the original."""
    if value.__class__ is dict:
        return {key: copy(item) for key, item in value.items()}
    if value.__class__ is list:
        return [copy(item) for item in value]
    return value


def size(value: Any) -> int:
    """How many values a tree holds, itself included."""
    count = 0
    stack = [value]
    while stack:
        item = stack.pop()
        count += 1
        if item.__class__ is dict:
            stack.extend(item.values())
        elif item.__class__ is list:
            stack.extend(item)
    return count


def deeper_than(value: Any, limit: int) -> bool:
    """Whether containers are nested more than ``limit`` levels deep."""
    level: list[Any] = [value] if is_object(value) or is_array(value) else []
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
    if is_object(value):
        return value[token]
    if is_array(value):
        items = value
        if token.isascii() and token.isdigit() and int(token) < len(items):
            return items[int(token)]
    raise KeyError(token)
