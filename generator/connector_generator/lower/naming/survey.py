"""What the operations of a connector have in common, gathered once before any name is given."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from connector_generator.lower.naming.paths import (
    PathTree,
    Segment,
    Segments,
    parse_path,
    path_shape,
    path_tree,
    without_scopes,
    without_shared_prefix,
)
from connector_generator.lower.naming.sketches import OperationSketch
from connector_generator.lower.naming.vendor import is_http_style, shared_parts
from connector_generator.lower.naming.words import singular, split_words

_REPEATS = 0.1
_SCOPE_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class Survey:
    """The reduced path of each operation, and the habits of the whole.

    ``by_tag``: paths repeat once versions are gone, so that the tag (the API group) goes first.
    """

    segments: Mapping[str, Segments]
    tree: PathTree
    shared_parts: tuple[str, ...]
    http_style: bool
    by_tag: bool
    scopes: frozenset[str]
    """Placeholders that are no resource's own: client parameters, namespaces."""


def survey(sketches: Sequence[OperationSketch], client_parameters: Collection[str]) -> Survey:
    """Look at all operations."""
    parsed = {
        each.key: without_scopes(parse_path(each.path), client_parameters) for each in sketches
    }
    reduced = without_shared_prefix(parsed)
    by_tag = _paths_repeat(sketches, reduced)
    scopes = frozenset(_frequent_scopes(reduced)) if by_tag else frozenset[str]()
    if by_tag:
        reduced = {
            each.key: _under_tag(each, without_scopes(reduced[each.key], scopes))
            for each in sketches
        }
    return Survey(
        segments=reduced,
        tree=path_tree(
            [
                (each.http_method.upper(), reduced[each.key], each.returns_collection)
                for each in sketches
            ]
        ),
        shared_parts=shared_parts(each.operation_id for each in sketches),
        http_style=is_http_style(sketches),
        by_tag=by_tag,
        scopes=scopes | frozenset(client_parameters),
    )


def _paths_repeat(sketches: Sequence[OperationSketch], reduced: Mapping[str, Segments]) -> bool:
    if not all(each.tags for each in sketches):
        return False
    seen = Counter((each.http_method, path_shape(reduced[each.key])) for each in sketches)
    repeated = sum(count for count in seen.values() if count > 1)
    return repeated >= max(5, _REPEATS * len(sketches))


def _frequent_scopes(reduced: Mapping[str, Segments]) -> set[str]:
    """Placeholders that come first in many paths and after one literal: ``namespaces/{namespace}``."""
    counts: Counter[str] = Counter()
    for segments in reduced.values():
        first = next((at for at, each in enumerate(segments) if each.is_parameter), None)
        if first is not None and 0 < first < len(segments) - 1:
            before, after = segments[first - 1], segments[first]
            if singular(before.name) == singular(after.name.removesuffix("_id")):
                counts[after.name] += 1
    return {name for name, count in counts.items() if count >= _SCOPE_SHARE * len(reduced)}


def _under_tag(sketch: OperationSketch, segments: Segments) -> Segments:
    """The tag as the first segment, in the place of literals that repeat its words."""
    words = split_words(sketch.tags[0])
    rest = segments
    while len(rest) > 1 and not rest[0].is_parameter and set(rest[0].words) & set(words):
        rest = rest[1:]
    return (Segment("_".join(words)), *rest) if words else rest
