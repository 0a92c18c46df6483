"""Operation names and method paths of a whole connector: gather, then allocate, then freeze."""

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from connector_generator.ir.names import Name
from connector_generator.lower.naming.candidates import (
    SPELLED_OUT,
    extra_words,
    method_paths,
    spelled_method,
)
from connector_generator.lower.naming.contest import settle
from connector_generator.lower.naming.frozen import FrozenNames
from connector_generator.lower.naming.identifiers import join_words, snake_case
from connector_generator.lower.naming.methods import MethodPath, http_verb
from connector_generator.lower.naming.phrases import (
    LONGEST,
    path_nouns,
    resource_phrase,
    shorten,
    shortenings,
)
from connector_generator.lower.naming.sketches import OperationNames, OperationSketch
from connector_generator.lower.naming.survey import Survey, survey
from connector_generator.lower.naming.vendor import id_words
from connector_generator.lower.naming.words import ascii_text, is_ambiguous, is_verb, split_words

_FROZEN = "the lock has it"
_METHOD_ORDER = {"GET": 0, "PATCH": 1, "POST": 2, "PUT": 3, "DELETE": 4}


@dataclass(slots=True)
class _MethodClaims:
    """Given method paths. A method is never called like a resource beside it."""

    resources: set[tuple[str, ...]]
    methods: set[tuple[str, ...]] = field(default_factory=set[tuple[str, ...]])

    def admits(self, wish: MethodPath) -> bool:
        """Neither given nor in the way of what is given."""
        if wish.full in self.methods or wish.full in self.resources:
            return False
        return not any(prefix in self.methods for prefix in _prefixes(wish.resource))

    def grant(self, wish: MethodPath) -> None:
        """The method is taken, and its resource exists."""
        self.methods.add(wish.full)
        self.resources.update(_prefixes(wish.resource))


@dataclass(slots=True)
class _NameClaims:
    """Given operation names."""

    names: set[str]

    def admits(self, wish: str) -> bool:
        """Not given yet."""
        return wish not in self.names

    def grant(self, wish: str) -> None:
        """The name is taken."""
        self.names.add(wish)


def _prefixes(resource: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(resource[:length]) for length in range(1, len(resource) + 1))


def allocate_operations(
    connector: str,
    sketches: Sequence[OperationSketch],
    client_parameters: Collection[str],
    frozen: FrozenNames | None = None,
) -> Mapping[str, OperationNames]:
    """The names of each operation, by key.

    What an overlay gives wins, then what ``frozen`` has; all else is allocated around these.
    """
    facts = survey(sketches, client_parameters)
    known = frozen or FrozenNames()
    ranks = {each.key: _rank(each, facts) for each in sketches}
    methods = _allocate_methods(sketches, facts, known, ranks)
    names = _allocate_names(connector, sketches, facts, known, methods, ranks)
    return {
        each.key: OperationNames(
            names[each.key],
            methods[each.key].resource,
            methods[each.key].method,
            methods[each.key].reason,
        )
        for each in sketches
    }


def _rank(sketch: OperationSketch, facts: Survey) -> tuple[Any, ...]:
    """Of two suitors the plainer one: fewer words of its own, then the shorter path."""
    method = sketch.http_method.upper()
    return (
        len(extra_words(sketch, facts)),
        len(facts.segments[sketch.key]),
        _METHOD_ORDER.get(method, 9),
        len(sketch.path),
        sketch.key,
    )


def _allocate_methods(
    sketches: Sequence[OperationSketch],
    facts: Survey,
    frozen: FrozenNames,
    ranks: Mapping[str, tuple[Any, ...]],
) -> dict[str, MethodPath]:
    chosen = {
        each.key: _thawed(frozen.operations[each.key].method)
        for each in sketches
        if each.key in frozen.operations and not each.given_method
    }
    wishes = {each.key: method_paths(each, facts) for each in sketches if each.key not in chosen}
    claims = _MethodClaims(
        {prefix for each in wishes.values() for prefix in _prefixes(each[0].resource)}
    )
    for method in chosen.values():
        claims.resources -= {method.full}
        claims.grant(method)
    given = {each.key for each in sketches if each.given_method}
    chosen |= settle(
        wishes,
        lambda key: (key not in given, *ranks[key]),
        claims,
    )
    return chosen


def _thawed(method: str) -> MethodPath:
    parts = tuple(method.split("."))
    return MethodPath(parts[:-1], parts[-1], _FROZEN)


def _allocate_names(
    connector: str,
    sketches: Sequence[OperationSketch],
    facts: Survey,
    frozen: FrozenNames,
    methods: Mapping[str, MethodPath],
    ranks: Mapping[str, tuple[Any, ...]],
) -> dict[str, Name]:
    kept = {
        each.key: frozen.operations[each.key].name
        for each in sketches
        if each.key in frozen.operations and not each.given_name
    }
    room = LONGEST - len(connector) - 1
    wishes = {
        each.key: _names(each, facts, methods[each.key], room)
        for each in sketches
        if each.key not in kept
    }
    given = {each.key for each in sketches if each.given_name}
    settled = settle(
        wishes, lambda key: (key not in given, *ranks[key]), _NameClaims(set(kept.values()))
    )
    every = {**kept, **settled}
    return {
        each.key: Name(
            each.operation_id or each.key,
            every[each.key],
            _FROZEN if each.key in kept else _name_reason(each, facts, every[each.key]),
        )
        for each in sketches
    }


def _names(sketch: OperationSketch, facts: Survey, method: MethodPath, room: int) -> list[str]:
    """The wishes for the operation name, all short enough; the last one is its own alone."""
    wishes = [
        join_words(short)
        for phrase in _phrases(sketch, facts, method)
        if (words := [word for each in phrase if (word := ascii_text(each))])
        for short in shortenings(words, room)
    ]
    digest = hashlib.sha256(sketch.key.encode("utf-8", "replace")).hexdigest()[:8]
    last = shorten(wishes[0].split("_"), room - len(digest) - 2)
    return [*dict.fromkeys(wishes), f"{'_'.join(last)}_x{digest}"]


def _phrases(sketch: OperationSketch, facts: Survey, method: MethodPath) -> Iterable[list[str]]:
    if sketch.given_name:
        yield split_words(snake_case(ascii_text(sketch.given_name)))
    words = _own_phrase(sketch, facts)
    yield words
    spoken = resource_phrase(
        method.resource, method.method.split("_"), sketch.http_method, sketch.returns_collection
    )
    if words != spoken:
        yield spoken
    names = [each.name for each in facts.segments[sketch.key] if each.is_parameter]
    if names:
        yield [*words, "by", *names[-1].split("_")]
    yield [*words, *split_words(ascii_text(sketch.document))]
    nouns = [word for each in facts.segments[sketch.key] for word in each.words]
    yield [http_verb(sketch.http_method), *nouns]


def _own_phrase(sketch: OperationSketch, facts: Survey) -> list[str]:
    """The vendor's own verb phrase, else one made of resource and method."""
    words = id_words(sketch)
    first = method_paths(sketch, facts)[0]
    if first.reason == SPELLED_OUT:
        parts = spelled_method(sketch, facts).strip("_").split("_")
        return resource_phrase(first.resource, parts, sketch.http_method, sketch.returns_collection)
    says_all = len(words) > 1 or not first.resource
    is_phrase = bool(words) and is_verb(words[0]) and not _names_thing(words, sketch)
    if is_phrase and says_all and not facts.http_style:
        return words
    return _path_phrase(sketch, facts, first)


def _names_thing(words: Sequence[str], sketch: OperationSketch) -> bool:
    """``load-balancer-pools-create`` begins with a thing that the path has, not with a verb."""
    before_last = split_words(ascii_text(sketch.path.rstrip("/").rpartition("/")[0]))
    return is_ambiguous(words[0]) and words[0] in before_last


def _path_phrase(sketch: OperationSketch, facts: Survey, first: MethodPath) -> list[str]:
    nouns = path_nouns(facts.segments[sketch.key])
    if len(first.resource) < sum(not each.is_parameter for each in facts.segments[sketch.key]):
        nouns = path_nouns(facts.segments[sketch.key][:-1])
    return resource_phrase(
        nouns,
        first.method.split("_"),
        sketch.http_method,
        sketch.returns_collection,
    )


def _name_reason(sketch: OperationSketch, facts: Survey, name: str) -> str:
    if sketch.given_name:
        return "the document or an overlay says so"
    if name == join_words(id_words(sketch) or ["_"]):
        return "the operation id"
    return "verb and nouns of resource and path"
