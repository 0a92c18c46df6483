"""Members of one scope: the properties of a record, or the arguments of an operation.

A name depends on the member's own spelling as long as no other member wants it too, so that a new
member renames no other. Of two that want one name, the member that is spelled so keeps it.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from connector_generator.ir.names import Name
from connector_generator.lower.naming.identifiers import join_words, snake_case, spelled
from connector_generator.lower.naming.reserved import PROTECTED_PREFIXES
from connector_generator.lower.naming.words import split_words

_Way = Callable[[str], str]


def allocate_members(wires: Sequence[str], *, reserved: Collection[str]) -> tuple[Name, ...]:
    """A distinct Python name for each wire name, in their order.

    >>> [name.python for name in allocate_members(["class", "fooBar", "foo_bar"], reserved=())]
    ['class_', 'camel_foo_bar', 'foo_bar']
    """
    taken: dict[str, Name] = {}
    waiting = sorted(set(wires))
    for way, reason in _WAYS:
        wanted: defaultdict[str, list[str]] = defaultdict(list)
        for wire in waiting:
            wanted[_escaped(way(wire), reserved)].append(wire)
        given = _winners(wanted, {name.python for name in taken.values()})
        taken.update({wire: Name(wire, name, reason(wire, name)) for wire, name in given})
        waiting = [wire for wire in waiting if wire not in taken]
    return tuple(taken[wire] for wire in wires)


def _winners(
    wanted: Mapping[str, Sequence[str]], taken: Collection[str]
) -> Iterable[tuple[str, str]]:
    """Who gets a wanted name: its only suitor, else the one that is spelled so, else nobody."""
    for name, suitors in wanted.items():
        exact = [wire for wire in suitors if wire in {name, name.removesuffix("_")}]
        chosen = suitors if len(suitors) == 1 else exact[:1]
        if name not in taken:
            yield from ((wire, name) for wire in chosen)


def _escaped(name: str, reserved: Collection[str]) -> str:
    if name.startswith(PROTECTED_PREFIXES):
        return f"field_{name}"
    return f"{name}_" if name in reserved else name


def _symbols(wire: str) -> str:
    return join_words(split_words(spelled(wire)))


def _case(wire: str) -> str:
    """Says how the wire name is spelled; ``Type`` beside ``type`` becomes ``capital_type``."""
    if wire.isupper():
        return f"upper_{snake_case(wire)}"
    kind = "capital" if wire[:1].isupper() else "camel"
    return f"{kind}_{_symbols(wire)}"


def _digest(wire: str) -> str:
    return f"{snake_case(wire)}_x{hashlib.sha256(wire.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _plain_reason(wire: str, name: str) -> str:
    if wire == name:
        return ""
    if name == f"{snake_case(wire)}_" or name == f"{wire}_":
        return "the plain name is reserved"
    return "snake_case of the wire name"


def _collision_reason(wire: str, name: str) -> str:
    if name == snake_case(wire):
        return _plain_reason(wire, name)
    return f"another member is called {snake_case(wire)}"


_WAYS: tuple[tuple[_Way, Callable[[str, str], str]], ...] = (
    (snake_case, _plain_reason),
    (_symbols, _collision_reason),
    (_case, _collision_reason),
    (_digest, _collision_reason),
)
