"""What was created: items by collection, and answers by idempotency key."""

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

Item = dict[str, Any]


@dataclass(slots=True)
class Collection:
    """The items of one collection, in the order of their creation."""

    items: dict[str, Item] = field(default_factory=dict[str, Item])
    touched: bool = False
    """Whether somebody created, listed or deleted here: from then on an unknown id is unknown."""
    replies: dict[tuple[str, str], Any] = field(default_factory=dict[tuple[str, str], Any])
    """By identifier and operation: how an item that has not changed was answered."""

    def changed(self, key: str) -> None:
        """An item is not what it was."""
        self.replies = {place: each for place, each in self.replies.items() if place[0] != key}


class State:
    """All collections by their path with its arguments filled in, ``/repos/ada/engine/issues``."""

    def __init__(self) -> None:
        self.collections: dict[str, Collection] = {}
        self.answers: dict[tuple[str, str], tuple[bytes, Any]] = {}
        """By operation and idempotency key: the request's content, and the answer."""
        self.created = 0
        """How many items there ever were; identifiers are made of it."""

    def at(self, path: str) -> Collection:
        """A collection, made on first use."""
        return self.collections.setdefault(path, Collection())

    def snapshot(self) -> "State":
        """A copy that nothing changes any more."""
        return deepcopy(self)
