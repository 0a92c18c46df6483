"""R2: the structure that vendors put into operation ids, and the words they use."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from connector_generator.lower.naming.paths import Segments
from connector_generator.lower.naming.sketches import OperationSketch
from connector_generator.lower.naming.words import (
    ascii_text,
    is_ambiguous,
    is_verb,
    singular,
    split_words,
    word_set,
)

_HTTP_WORDS = word_set("get post put patch delete head options query")
_VERSION = re.compile(r"v\d+\w*|\d+")
Structure = tuple[tuple[str, ...], str]
"""Resource parts and the method, as the vendor spells them."""


def id_words(sketch: OperationSketch) -> list[str]:
    """The words of the operation id, in ASCII."""
    return split_words(ascii_text(sketch.operation_id))


def structure(
    sketch: OperationSketch, segments: Segments, shared: Sequence[str]
) -> Structure | None:
    """The resource and method that the operation id spells out, if it does.

    ``shared`` are the leading parts that all dotted ids of the document have.
    """
    parts = _parts(sketch.operation_id, shared)
    if len(parts) > 1:
        return tuple(parts[:-1]), parts[-1]
    return (
        _tag_structure(sketch)
        or _group_structure(sketch, segments)
        or _remote_procedure(sketch.path, segments)
    )


def _remote_procedure(path: str, segments: Segments) -> Structure | None:
    """``/search.messages``: a path that is a dotted name."""
    parts = path.strip("/").split(".")
    alone = len(segments) == 1 and not segments[0].is_parameter
    if not alone or len(parts) < 2 or not all(part.isidentifier() for part in parts):
        return None
    return tuple(parts[:-1]), parts[-1]


def _parts(operation_id: str, shared: Sequence[str]) -> list[str]:
    parts = [part for part in re.split(r"[/.]", operation_id) if split_words(ascii_text(part))]
    parts = [part for part in parts[:-1] if not _VERSION.fullmatch(part)] + parts[-1:]
    return parts[len(shared) :] if parts[: len(shared)] == list(shared) else parts


def shared_parts(operation_ids: Iterable[str]) -> tuple[str, ...]:
    """The first part of structured ids where all share it: ``gmail`` of ``gmail.users.stop``."""
    structured = [parts for each in operation_ids if len(parts := _parts(each, ())) > 1]
    firsts = {parts[0] for parts in structured if len(parts) > 2}
    enough = len(structured) >= 5 and all(len(parts) > 2 for parts in structured)
    return tuple(firsts) if enough and len(firsts) == 1 else ()


def _tag_structure(sketch: OperationSketch) -> Structure | None:
    """``chat_postMessage`` under the tag ``chat``: the longest tag that begins the id."""
    words = id_words(sketch)
    tags = sorted(set(sketch.tags), key=lambda tag: (-len(split_words(tag)), tag))
    for tag in tags:
        head = split_words(ascii_text(tag))
        rest = words[len(head) :]
        if head and rest and _alike(words[: len(head)], head) and _begins(sketch, head, rest):
            parts = [part for part in re.split(r"[/.]", tag) if split_words(ascii_text(part))]
            return tuple(parts), "_".join(rest)
    return None


def _begins(sketch: OperationSketch, head: list[str], rest: list[str]) -> bool:
    """The id goes on with a verb, or the vendor set its first part off, and that is no verb."""
    if is_verb(rest[0]):
        return True
    lengths: set[int] = set()
    for part in re.split(r"[_:\-]", sketch.operation_id):
        lengths.add(max(lengths, default=0) + len(split_words(ascii_text(part))))
    return not is_verb(head[0]) and len(head) in lengths


def _alike(left: Sequence[str], right: Sequence[str]) -> bool:
    return [singular(word) for word in left] == [singular(word) for word in right]


def _group_structure(sketch: OperationSketch, segments: Segments) -> Structure | None:
    """``Envelopes_PostEnvelopes``: a group that the path knows too, then a verb."""
    parts = [part for part in sketch.operation_id.split("_") if part]
    heads = [split_words(ascii_text(part)) for part in parts]
    known = {singular(word) for each in segments for word in each.words}
    for at, (before, after) in enumerate(pairwise(heads), start=1):
        group = [word for head in heads[:at] for word in head]
        if after and is_verb(after[0]) and before and _may_be_thing(group):
            rest = "_".join(parts[at:])
            return (("_".join(group),), rest) if {singular(w) for w in group} <= known else None
    return None


def _may_be_thing(group: Sequence[str]) -> bool:
    """``LoginInformation`` may, ``list_users`` may not."""
    return not is_verb(group[0]) or (is_ambiguous(group[0]) and len(group) > 1)


def is_http_style(sketches: Iterable[OperationSketch]) -> bool:
    """Whether the ids of a document only repeat HTTP methods and paths (``PostCustomersCustomer``)."""
    said = [(each.http_method.lower(), id_words(each)) for each in sketches]
    worded = [(method, words) for method, words in said if words]
    repeating = [words[0] for method, words in worded if words[0] == method]
    writes = sum(word in {"post", "put", "patch"} for word in repeating)
    return bool(worded) and len(repeating) >= 0.6 * len(worded) and writes > 0


def vendor_words(sketch: OperationSketch, http_style: bool) -> list[str]:
    """What the vendor calls the operation, beginning with a verb where it says one."""
    words = id_words(sketch) or split_words(ascii_text(sketch.summary))[:8]
    if http_style and words[:1] and words[0] in _HTTP_WORDS:
        return words[1:]
    return words
