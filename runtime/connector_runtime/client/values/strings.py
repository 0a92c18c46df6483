"""Makers of strings: by pattern, by format, by what the property's name suggests, else two words."""

import re
from collections.abc import Callable

from connector_runtime.client.values.dice import Dice, draw
from connector_runtime.client.values.formats import FORMATS, WORDS
from connector_runtime.client.values.patterns import matching
from connector_runtime.client.values.schema import Schema

LONGEST = 20_000
"""A longer ``minLength`` is not obeyed: such a string would only fill memory."""

_SHORTEST_MADE, _LONGEST_MADE = 1, 80
"""What the makers below stay within; tighter bounds need a look at each string."""

_FILL = "abcdefghijklmnopqrstuvwxyz"
_ID = "0123456789abcdef"

_PAIRS = [f"{first} {second}" for first in WORDS for second in WORDS]

_SUGGESTED: dict[str, Callable[[Dice], str]] = {
    "email": FORMATS["email"],
    "url": FORMATS["url"],
    "uri": FORMATS["uri"],
    "phone": FORMATS["phone"],
    "currency": lambda dice: dice.pick(("usd", "eur", "gbp")),
    "country": lambda dice: dice.pick(("US", "DE", "FR")),
    "id": lambda dice: dice.text(_ID, 12),
}


def string_maker(schema: Schema, hint: str) -> Callable[[str], str]:
    """A maker of strings of ``schema``; ``hint`` is the name of the property, or nothing.

    A pattern that no string could be made for is not obeyed; a format gives way to lengths.
    """
    least = min(int(schema.get("minLength", 0)), LONGEST)
    most = _most(schema)
    plain = _plain_maker(str(schema.get("format", "")), hint, least, most)
    pattern = schema.get("pattern")
    if pattern is None:
        return _words_at if plain is _words else lambda place: plain(Dice(place))

    matches = re.compile(pattern).search if schema.get("format") in FORMATS else None

    def make(place: str) -> str:
        dice = Dice(place)
        if matches is not None and matches(formatted := plain(dice)):
            return formatted
        made = matching(pattern, dice, least, most)
        return made if made is not None else plain(dice)

    return make


def _most(schema: Schema) -> int | None:
    most = schema.get("maxLength")
    return int(most) if most is not None else None


def _plain_maker(form: str, hint: str, least: int, most: int | None) -> Callable[[Dice], str]:
    make = FORMATS.get(form) or _SUGGESTED.get(_word(hint)) or _words
    if least <= _SHORTEST_MADE and (most is None or most >= _LONGEST_MADE):
        return make
    return lambda dice: _fit(make(dice), dice, least, most)


def _word(hint: str) -> str:
    """``billing_email`` suggests an email, ``customerId`` an id."""
    if hint.endswith(("Id", "ID")):
        return "id"
    return hint.lower().rsplit("_", 1)[-1]


def _words(dice: Dice) -> str:
    return _PAIRS[dice.below(len(_PAIRS))]


def _words_at(place: str) -> str:
    """The same, for the many strings of which nothing else is known."""
    return _PAIRS[draw(place, len(_PAIRS))]


def _fit(text: str, dice: Dice, least: int, most: int | None) -> str:
    if len(text) < least:
        return text + dice.text(_FILL, least - len(text))
    if most is not None and len(text) > most:
        return dice.text(_FILL, max(least, min(most, 8)))
    return text
