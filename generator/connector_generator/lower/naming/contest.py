"""Collisions: several want one name, one gets it, the others go on to what they would say next.

Nothing depends on the order of the document, and nothing is numbered.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Protocol, TypeVar

Candidate = TypeVar("Candidate", bound=Hashable)
Wish = TypeVar("Wish", bound=Hashable, contravariant=True)


class Claims(Protocol[Wish]):
    """What has been given so far."""

    def admits(self, wish: Wish) -> bool:
        """Whether the wish can still be granted."""
        ...

    def grant(self, wish: Wish) -> None:
        """Give it away."""
        ...


def settle(
    wishes: Mapping[str, Sequence[Candidate]],
    rank: Callable[[str], tuple[Any, ...]],
    claims: Claims[Candidate],
) -> dict[str, Candidate]:
    """One candidate for each key; of several suitors the one of the lowest rank gets it.

    The last wish of a key must be its own alone: it is granted without asking.
    """
    chosen: dict[str, Candidate] = {}
    place = dict.fromkeys(sorted(wishes), 0)
    while place:
        suitors: defaultdict[Candidate, list[str]] = defaultdict(list)
        for key, at in place.items():
            suitors[wishes[key][at]].append(key)
        for candidate, keys in suitors.items():
            desperate = [key for key in keys if place[key] == len(wishes[key]) - 1]
            winner = min(desperate or keys, key=rank)
            if desperate or claims.admits(candidate):
                claims.grant(candidate)
                chosen[winner] = candidate
                del place[winner]
            for key in keys:
                if key in place:
                    place[key] = min(place[key] + 1, len(wishes[key]) - 1)
    return chosen
