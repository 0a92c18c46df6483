"""Which parameters nearly every operation repeats, so that a client can be given them once.

Conservative: what is wrongly taken for a client parameter hides an argument, what is missed only
costs typing. Every finding carries its evidence, and an overlay can say otherwise.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from connector_generator.lower.naming.words import split_words, word_set

Parameters: TypeAlias = tuple[tuple[str, str, bool], ...]
"""Name, location, required."""
Row: TypeAlias = tuple[str, str, Parameters]
"""Operation key, path, parameters."""
Finding: TypeAlias = tuple[str, str, tuple[str, ...]]
"""Wire name, location, evidence."""

_SCOPES = word_set(
    "account accounts user tenant organization organisation org workspace subscription company "
    "site shop store realm team environment instance cloud business merchant portal service"
)
_HEADERS = frozenset({"version", *_SCOPES})
_NEVER = re.compile(r"idempot|request-?id|correlation|trace|if-|content-|prefer|range", re.I)
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_MINIMUM = 5
_SHARE = 0.8
_SHARE_OF_RESOURCES = 0.9


def find_client_parameters(operations: Sequence[Row]) -> tuple[Finding, ...]:
    """The client parameters, sorted, each with its evidence."""
    found = [*_headers_and_queries(operations), *_path_scopes(operations)]
    return tuple(sorted(found))


def _headers_and_queries(operations: Sequence[Row]) -> Iterable[Finding]:
    """Headers that name a version or an account; query parameters only where all require them."""
    counts: Counter[tuple[str, str]] = Counter()
    required: Counter[tuple[str, str]] = Counter()
    for _, _, parameters in operations:
        for name, location, needed in parameters:
            counts[name, location] += 1
            required[name, location] += needed
    for (name, location), count in counts.items():
        enough = count >= max(_MINIMUM, _SHARE * len(operations))
        if location not in {"header", "query"} or not enough or _NEVER.search(name):
            continue
        scope = bool(_HEADERS & set(split_words(name)))
        if scope and (location == "header" or required[name, location] == count):
            yield name, location, (f"{count} of {len(operations)} operations have it",)


def _path_scopes(operations: Sequence[Row]) -> Iterable[Finding]:
    """First placeholders of paths that come after one and the same prefix."""
    users: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    everywhere: Counter[str] = Counter()
    for _, path, _ in operations:
        names = _PLACEHOLDER.findall(path)
        everywhere.update(set(names))
        if names:
            users[path.split("{", 1)[0], names[0]].append(path)
    for (prefix, name), paths in sorted(users.items()):
        home = prefix.rstrip("/").rpartition("/")[0]
        under = [path for _, path, _ in operations if path.startswith(f"{home}/")]
        needed = _needed_share(name, f"{prefix}{{{name}}}", paths)
        if (
            len(paths) >= max(_MINIMUM, needed * len(under))
            and len(paths) >= _SHARE * everywhere[name]
            and _is_most(under, operations)
        ):
            where = f" under {home}" if home else ""
            yield name, "path", (f"{len(paths)} of {len(under)} operations{where} begin {prefix}",)


def _is_most(under: Sequence[str], operations: Sequence[Row]) -> bool:
    """A prefix of its own counts from a fifth of the operations on."""
    return 5 * len(under) >= len(operations)


def _needed_share(name: str, own_path: str, paths: Sequence[str]) -> float:
    """A resource's own id needs more than an account's, and never counts as half of a compound id."""
    if not _SCOPES & set(split_words(name)):
        terminal = any(re.sub(r"\.\w+$", "", path) == own_path for path in paths)
        compound = sum(path.startswith(f"{own_path}/{{") for path in paths) * 2 > len(paths)
        return 2.0 if terminal or compound else _SHARE_OF_RESOURCES
    return _SHARE
