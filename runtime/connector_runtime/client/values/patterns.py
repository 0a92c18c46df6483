"""Strings that match a regular expression, made by walking what ``re`` parsed.

Python's parser does the reading, so what it accepts is what we understand. Assertions and back
references are not solved but hoped for: the caller checks every candidate with ``re.search``.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from typing import Any

from connector_runtime.client.values.dice import Dice

_EXTRA_REPEATS = 3
_MOST_REPEATS = 4000
_ATTEMPTS = 12
_ALPHABET = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:@ +#,%&=!~"
_CATEGORIES = {
    "CATEGORY_DIGIT": "0123456789",
    "CATEGORY_WORD": "abcdefghijklmnopqrstuvwxyz0123456789_",
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_DIGIT": "abcdefghijklmnopqrstuvwxyz",
    "CATEGORY_NOT_WORD": "-./:@ +#",
    "CATEGORY_NOT_SPACE": "abcdefghijklmnopqrstuvwxyz0123456789",
}


def matching(pattern: str, dice: Dice, least: int = 0, most: int | None = None) -> str | None:
    """A string that ``pattern`` finds and whose length is within bounds; None when none was found.

    ``pattern`` is searched for, not anchored, as JSON Schema says.
    """
    parsed = _parse(pattern)
    if parsed is None:
        return None
    tree, compiled = parsed
    for attempt in range(_ATTEMPTS):
        wanted = _wanted(attempt, least, most)
        for text in _fitted("".join(_Walk(dice, wanted).text(tree)), least, most):
            if least <= len(text) and (most is None or len(text) <= most) and compiled.search(text):
                return text
    return None


@lru_cache(maxsize=1024)
def _parse(pattern: str) -> tuple[Any, re.Pattern[str]] | None:
    try:
        return import_module("re._parser").parse(pattern), re.compile(pattern)
    except (re.error, RecursionError, OverflowError):
        return None


def _wanted(attempt: int, least: int, most: int | None) -> int:
    """How many repetitions beyond the fewest to try: few at first, then none, then many."""
    if attempt < 4:
        return _EXTRA_REPEATS
    if attempt < 7 and most is not None:
        return 0
    return min(max(least, 1) << max(attempt - 7, 0), _MOST_REPEATS)


def _fitted(text: str, least: int, most: int | None) -> Iterator[str]:
    """The text as it is, then padded or cut: patterns often say only how a string begins."""
    yield text
    if len(text) < least:
        yield text + "a" * (least - len(text))
        yield text + text[-1:] * (least - len(text))
    if most is not None and len(text) > most:
        yield text[:most]


class _Walk:
    """One pass over a parsed pattern."""

    def __init__(self, dice: Dice, extra: int) -> None:
        self._dice = dice
        self._extra = extra
        self._groups: dict[int, str] = {}

    def text(self, tree: Any) -> Iterator[str]:
        """The pieces of a string, one per node."""
        for kind, argument in tree:
            yield self._node(str(kind), argument)

    def _node(self, kind: str, argument: Any) -> str:
        match kind:
            case "LITERAL":
                return chr(argument)
            case "NOT_LITERAL":
                return self._dice.pick(_ALPHABET.replace(chr(argument), ""))
            case "ANY":
                return self._dice.pick(_ALPHABET)
            case "IN":
                return self._one_of(argument)
            case "BRANCH":
                return "".join(self.text(self._dice.pick(argument[1])))
            case "SUBPATTERN":
                self._groups[argument[0]] = made = "".join(self.text(argument[-1]))
                return made
            case "ATOMIC_GROUP":
                return "".join(self.text(argument))
            case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
                return self._repeat(*argument)
            case "GROUPREF":
                return self._groups.get(argument, "")
            case _:
                return ""

    def _repeat(self, fewest: Any, most: Any, tree: Any) -> str:
        fewest = min(int(fewest), _MOST_REPEATS)
        highest = min(int(most), fewest + self._extra)
        low = max(fewest, min(highest, 1)) if self._extra else fewest
        if self._extra > _EXTRA_REPEATS:
            low = highest
        count = self._dice.between(low, max(low, highest))
        return "".join(["".join(self.text(tree)) for _ in range(count)])

    def _one_of(self, members: Any) -> str:
        if str(members[0][0]) == "NEGATE":
            refused = {char for kind, item in members[1:] for char in _chars(str(kind), item)}
            return self._dice.pick([char for char in _ALPHABET if char not in refused] or ["é"])
        kind, item = self._dice.pick(members)
        return self._dice.pick(_chars(str(kind), item) or ["a"])


def _chars(kind: str, item: Any) -> list[str]:
    if kind == "LITERAL":
        return [chr(item)]
    if kind == "RANGE":
        low, high = item
        return [chr(code) for code in range(low, min(high, low + 255) + 1)]
    return list(_CATEGORIES.get(str(item), ""))
