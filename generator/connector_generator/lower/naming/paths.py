"""Paths as resources: their segments, and what all paths of a document share and need not say."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from connector_generator.lower.naming.identifiers import snake_case
from connector_generator.lower.naming.words import ascii_text, split_words

_PART = re.compile(r"\{([^{}]*)\}|([^{}/]+)|(/)")
_EXTENSION = re.compile(r"\.(json|xml)$", re.I)
_VERSION = re.compile(
    r"v\d+([._]\d+)*([-_]?(alpha|beta|rc|preview)\d*)?|\d{4}-\d\d(-\d\d)?|\d+(\.\d+)*"
)
_NOISE = re.compile(r"microsoft\.graph\.|\(\w+='?$|^'?\)|\(.*?\)|['\"()$=,]")
_API = frozenset({"api", "apis", "rest"})
_SHARE = 0.8
_MINIMUM = 5


@dataclass(frozen=True, slots=True)
class Segment:
    """A literal or a placeholder of a path, by its snake_case name."""

    name: str
    is_parameter: bool = False

    @property
    def words(self) -> list[str]:
        """The words of the name."""
        return self.name.strip("_").split("_")


Segments = tuple[Segment, ...]


def parse_path(path: str) -> Segments:
    """The segments of a path template, without versions, file extensions and notation.

    >>> [each.name for each in parse_path("/v1/Accounts/{AccountSid}/Messages.json")]
    ['accounts', 'account_sid', 'messages']
    """
    return tuple(_segments(path))


def _segments(path: str) -> Iterator[Segment]:
    for raw in re.split(r"[/#]", path.partition("?")[0]):
        if _VERSION.fullmatch(raw.lower()):
            continue
        literal_only = "{" not in raw
        for placeholder, literal, _ in _PART.findall(_EXTENSION.sub("", raw)):
            if placeholder:
                yield Segment(_name(placeholder), True)
                continue
            for part in _NOISE.sub("", literal).split(":"):
                if _says_something(part, literal_only):
                    yield Segment(_name(part))


def _says_something(part: str, alone: bool) -> bool:
    """Punctuation between placeholders, and the ``v`` of ``v{version}``, are not segments."""
    letters = sum(c.isalnum() for c in part)
    return letters > 1 or (alone and letters == 1)


def _name(text: str) -> str:
    return snake_case(ascii_text(text)) if split_words(ascii_text(text)) else snake_case(text)


def path_shape(segments: Segments) -> tuple[str, ...]:
    """The segments with all placeholders alike."""
    return tuple("{}" if each.is_parameter else each.name for each in segments)


def without_scopes(segments: Segments, client_parameters: Collection[str]) -> Segments:
    """Without client parameters and the collections they pick from, where more follows."""
    names = {_name(each) for each in client_parameters}
    kept: list[Segment] = []
    for index, each in enumerate(segments):
        if each.is_parameter and each.name in names and index + 1 < len(segments):
            if kept and not kept[-1].is_parameter:
                kept.pop()
            continue
        kept.append(each)
    return tuple(kept)


def without_shared_prefix(paths: Mapping[str, Segments]) -> dict[str, Segments]:
    """The paths without leading literals that nearly all of them share.

    A literal that a path ends in, or that a placeholder follows, is a collection and stays.
    """
    current = {key: _without_api(segments) for key, segments in paths.items()}
    while True:
        prefix = _shared_literal(current.values())
        if prefix is None:
            return current
        current = {
            key: segments[1:] if segments[:1] == (prefix,) else segments
            for key, segments in current.items()
        }


def _without_api(segments: Segments) -> Segments:
    rest = segments
    while len(rest) > 1 and rest[0].name in _API and not rest[0].is_parameter:
        if rest[1].is_parameter:
            break
        rest = rest[1:]
    return rest


def _shared_literal(paths: Iterable[Segments]) -> Segment | None:
    distinct = {path_shape(segments): segments for segments in paths}
    firsts = Counter(segments[0] for segments in distinct.values() if segments)
    if len(distinct) < _MINIMUM or not firsts:
        return None
    first, count = min(firsts.items(), key=lambda item: (-item[1], item[0].name))
    followers = {shape[1:2] for shape in distinct if shape[:1] == (first.name,)}
    stays = first.is_parameter or () in followers or ("{}",) in followers or len(followers) < 2
    return None if stays or count < _SHARE * len(distinct) else first


@dataclass(frozen=True, slots=True)
class PathTree:
    """Which HTTP methods and continuations each path has."""

    methods: Mapping[tuple[str, ...], frozenset[str]]
    parents: frozenset[tuple[str, ...]]
    collections: frozenset[tuple[str, ...]]

    def is_leaf(self, segments: Segments) -> bool:
        """No path goes on from here."""
        return path_shape(segments) not in self.parents

    def has_get(self, segments: Segments) -> bool:
        """The path can be read."""
        return "GET" in self.methods.get(path_shape(segments), frozenset())

    def holds_things(self, segments: Segments) -> bool:
        """Something with an id stands right below the path."""
        inside = (*path_shape(segments), "{}")
        return inside in self.methods or inside in self.parents

    def is_singleton(self, segments: Segments) -> bool:
        """The path can be read, is no list, and holds no things with ids."""
        is_list = path_shape(segments) in self.collections
        return self.has_get(segments) and not is_list and not self.holds_things(segments)


def path_tree(rows: Sequence[tuple[str, Segments, bool]]) -> PathTree:
    """The tree of all paths, of (HTTP method, segments, whether a list is returned)."""
    methods: dict[tuple[str, ...], frozenset[str]] = {}
    parents: set[tuple[str, ...]] = set()
    lists: set[tuple[str, ...]] = set()
    for http_method, segments, is_list in rows:
        shape = path_shape(segments)
        methods[shape] = methods.get(shape, frozenset()) | {http_method}
        parents.update(shape[:length] for length in range(len(shape)))
        if is_list and http_method == "GET":
            lists.add(shape)
    return PathTree(methods, frozenset(parents), frozenset(lists))
