"""Chance that depends on a place only: the same seed and place give the same value for ever.

One shared random stream would shift every later value when one is added before it, and Python's
own ``hash`` differs between processes. Here each place has its own stream, made with SHA-256.
"""

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def draw(place: str, count: int) -> int:
    """One integer from 0 up to, not including, ``count``: where a place needs no more than that."""
    return int.from_bytes(sha256(place.encode("utf-8", "surrogatepass")).digest(), "big") % count


class Dice:
    """Draws for one place; ``place`` holds seed, operation and pointer."""

    __slots__ = ("_left", "_place", "_turn")

    def __init__(self, place: str) -> None:
        self._place = place.encode("utf-8", "surrogatepass")
        self._left = int.from_bytes(sha256(self._place).digest(), "big")
        self._turn = 0

    def below(self, count: int) -> int:
        """An integer from 0 up to, not including, ``count``."""
        if self._left >> 24 < count:
            self._refill(count)
        self._left, drawn = divmod(self._left, count)
        return drawn

    def between(self, low: int, high: int) -> int:
        """An integer from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1)

    def pick(self, items: Sequence[T]) -> T:
        """One of ``items``, which must not be empty."""
        return items[self.below(len(items))]

    def text(self, alphabet: str, length: int) -> str:
        """``length`` characters of ``alphabet``."""
        return "".join([alphabet[self.below(len(alphabet))] for _ in range(length)])

    def _refill(self, count: int) -> None:
        while self._left >> 24 < count:
            self._turn += 1
            digest = sha256(self._place + b"\0" + str(self._turn).encode()).digest()
            self._left = self._left << 256 | int.from_bytes(digest, "big")
