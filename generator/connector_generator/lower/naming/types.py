"""Class names of component schemas: PascalCase, one scope for the whole connector."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from connector_generator.ir.names import Name
from connector_generator.lower.naming.frozen import FrozenNames
from connector_generator.lower.naming.identifiers import pascal_case, spelled
from connector_generator.lower.naming.phrases import LONGEST, shorten
from connector_generator.lower.naming.reserved import RESERVED_TYPES

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+")


def allocate_types(
    components: Mapping[str, str | None], frozen: FrozenNames | None = None
) -> Mapping[str, Name]:
    """A class name for each component key. The values are the keys of the owners of hoisted ones.

    Names are distinct without regard to case, since modules are named after them, and so are the
    names of their request views (``CustomerParams``).
    """
    given = dict(frozen.types) if frozen else {}
    names = {key: Name(key, given[key], "the lock has it") for key in components if key in given}
    taken = {claim for key in names for claim in _claims(names[key].python)}
    waiting = [key for key in sorted(components) if key not in names]
    for way, reason in _WAYS:
        for key, name in _winners(waiting, way, components, taken):
            names[key] = Name(key, name, "" if name == key else reason)
            taken |= _claims(name)
        waiting = [key for key in waiting if key not in names]
    return {key: names[key] for key in components}


def _winners(
    waiting: Sequence[str],
    way: Callable[[str], str],
    parents: Mapping[str, str | None],
    taken: Collection[str],
) -> list[tuple[str, str]]:
    """Of several that want one name: the one spelled so, else the only one of the document's own."""
    wanted: defaultdict[str, list[str]] = defaultdict(list)
    for key in waiting:
        wanted[way(key).lower()].append(key)
    winners: list[tuple[str, str]] = []
    for name, suitors in wanted.items():
        own = [key for key in suitors if parents[key] is None]
        exact = [key for key in suitors if way(key) == key]
        spoken = [key for key in exact if not key.isupper()]
        for candidates in (suitors, exact, spoken, own):
            if len(candidates) == 1 and name not in taken:
                winners.append((candidates[0], way(candidates[0])))
                break
    return winners


def _claims(name: str) -> set[str]:
    return {name.lower(), f"{name}Params".lower()}


def _plain(key: str) -> str:
    return _free(_fitting(pascal_case(key)))


def _fitting(name: str) -> str:
    """A name that a line has room for: first without its repetitions, then without its middle."""
    if len(name) <= LONGEST:
        return name
    words = _WORD.findall(name)
    said_once = "".join(dict.fromkeys(words))
    return said_once if len(said_once) <= LONGEST else "".join(shorten(words, LONGEST))


def _free(name: str) -> str:
    """The name, changed where it is ours or Python's, or reads like a request view."""
    if name.endswith("Params"):
        return f"{name.removesuffix('Params')}Parameters"
    bare = name.removesuffix("_")
    return f"{bare}Object" if bare in RESERVED_TYPES else name


def _symbols(key: str) -> str:
    return _free(_fitting(pascal_case(spelled(key))))


def _case(key: str) -> str:
    kind = "Upper" if key.isupper() else "Capital" if key[:1].isupper() else "Lower"
    return _free(_fitting(f"{kind}{pascal_case(spelled(key))}"))


def _digest(key: str) -> str:
    return f"{_fitting(pascal_case(key))}X{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:8]}"


_WAYS: tuple[tuple[Callable[[str], str], str], ...] = (
    (_plain, "PascalCase of the component's name"),
    (_symbols, "the component's name with its symbols, since another has the same letters"),
    (_case, "another component's name differs by case only"),
    (_digest, "several components have the same letters"),
)
