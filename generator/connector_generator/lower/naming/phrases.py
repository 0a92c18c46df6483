"""R5: operation names as verb phrases, no longer than tools allow."""

from collections.abc import Callable, Iterator, Sequence

from connector_generator.lower.naming.methods import http_verb
from connector_generator.lower.naming.paths import Segments
from connector_generator.lower.naming.words import is_plural, is_verb, singular, word_set

LONGEST = 64
"""Characters of ``<connector>_<operation>``: tool protocols allow no more."""

_PREPOSITIONS = word_set("after as at before by for from in into of on per since to using with")
_MANY = frozenset({"list", "search", "find", "query"})
_MULTIPLES = frozenset({"batch", "bulk"})


def resource_phrase(
    resource: Sequence[str], method: Sequence[str], http_method: str, many: bool
) -> list[str]:
    """A name of resource and method: ``issues`` and ``list_for_repo`` are list_issues_for_repo."""
    verb, rest = method[0], list(method[1:])
    if not is_verb(verb) and verb not in {"retrieve", "create", "update", "delete"}:
        verb, rest = http_verb(http_method), list(method)
    if verb in _MULTIPLES and rest and is_verb(rest[0]):
        return [verb, rest[0], *_nouns(resource, plural=True), *rest[1:]]
    nouns = [word for part in resource for word in part.strip("_").split("_")]
    of_many = many or verb in _MANY
    if not rest or rest[0] in _PREPOSITIONS:
        return [verb, *_nouns(resource, plural=of_many), *rest]
    if [singular(word) for word in rest[: len(nouns)]] == [singular(word) for word in nouns]:
        return [verb, *rest]
    return [verb, *_nouns(resource, plural=False), *rest]


def _nouns(resource: Sequence[str], *, plural: bool) -> list[str]:
    parts = [part.strip("_").split("_") for part in resource]
    words = [word for part in parts[:-1] for word in (*part[:-1], singular(part[-1]))]
    if not parts:
        return words
    last = parts[-1]
    return [*words, *(last if plural else [*last[:-1], singular(last[-1])])]


def path_nouns(segments: Segments) -> list[str]:
    """The literals of a path in spoken order: ``invoices/upcoming/lines`` is upcoming invoice lines.

    A literal right after a collection says which of its members, so it goes before.
    """
    nouns: list[str] = []
    previous = None
    for each in segments:
        if not each.is_parameter and previous is not None and _qualifies(each.words, previous):
            nouns.insert(len(nouns) - 1, each.name)
        elif not each.is_parameter:
            nouns.append(each.name)
        previous = None if each.is_parameter else each.words
    return nouns


def _qualifies(words: Sequence[str], before: Sequence[str]) -> bool:
    return is_plural(before[-1]) and not is_plural(words[-1]) and words not in (["me"], ["self"])


def shorten(words: Sequence[str], room: int) -> list[str]:
    """The words that fit: whole ones are left out from the middle, never the first or the last.

    >>> shorten(["list", "very", "long", "things"], 16)
    ['list', 'very', 'things']
    """
    return _without(words, room, lambda kept: len(kept) // 2)


def shortenings(words: Sequence[str], room: int) -> Iterator[list[str]]:
    """All ways to shorten, for when several names are alike in what is left of them."""
    yield shorten(words, room)
    yield _without(words, room, lambda kept: 1)
    yield _without(words, room, lambda kept: len(kept) - 2)


def _without(words: Sequence[str], room: int, place: Callable[[list[str]], int]) -> list[str]:
    kept = list(words)
    while len("_".join(kept)) > room and len(kept) > 2:
        del kept[place(kept)]
    if len("_".join(kept)) > room:
        return ["_".join(kept)[:room].strip("_")]
    return kept
