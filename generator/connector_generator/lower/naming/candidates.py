"""What an operation could be called, first choice first: R1 to R4 for its method path."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from keyword import iskeyword

from connector_generator.lower.naming.identifiers import escape_keyword, join_words, snake_case
from connector_generator.lower.naming.methods import MethodPath, http_verb, path_method
from connector_generator.lower.naming.paths import Segments
from connector_generator.lower.naming.reserved import CLIENT_ATTRIBUTES, RESOURCE_ATTRIBUTES
from connector_generator.lower.naming.sketches import OperationSketch
from connector_generator.lower.naming.survey import Survey
from connector_generator.lower.naming.vendor import structure, vendor_words
from connector_generator.lower.naming.words import (
    ascii_text,
    is_verb,
    singular,
    singular_last,
    split_words,
)

SPELLED_OUT = "the operation id spells it out"
"""The reason of R2."""
WHOLE_PATH = "the HTTP method and the whole path"


def method_paths(sketch: OperationSketch, survey: Survey) -> list[MethodPath]:
    """The wishes of one operation, without repetition; the last one is its own alone."""
    wishes = dict.fromkeys(_legal(each) for each in _wishes(sketch, survey))
    distinct: dict[tuple[str, ...], MethodPath] = {}
    for each in wishes:
        distinct.setdefault(each.full, each)
    return list(distinct.values())


def extra_words(sketch: OperationSketch, survey: Survey) -> list[str]:
    """The vendor's words without a first verb and without what the path says already."""
    return _new_words(sketch, survey)[1:]


def _wishes(sketch: OperationSketch, survey: Survey) -> Iterator[MethodPath]:
    first = _first_choice(sketch, survey)
    by_path = path_method(sketch, survey.segments[sketch.key], survey.tree)
    resource = first.resource
    yield first
    if first.reason == SPELLED_OUT:
        yield replace(first, method=spelled_method(sketch, survey))
    if sketch.http_method.upper() == "PUT" and first.method == "update":
        yield MethodPath(resource, _said(sketch, survey) or "replace", "PUT beside another update")
    if said := _said(sketch, survey):
        yield MethodPath(resource, said, "the vendor's words without the resource's nouns")
    for suffix in _parameter_suffixes(sketch, survey):
        yield MethodPath(resource, f"{first.method}_by_{suffix}", "another has the same words")
    if by_path.full != first.full:
        yield by_path
    yield from _flat(sketch, survey, first)
    digest = hashlib.sha256(sketch.key.encode("utf-8", "replace")).hexdigest()[:8]
    yield MethodPath((), f"{first.method.strip('_')}_x{digest}", "all other names are taken")


def _first_choice(sketch: OperationSketch, survey: Survey) -> MethodPath:
    segments = survey.segments[sketch.key]
    by_path = path_method(sketch, segments, survey.tree)
    if sketch.given_method:
        parts = tuple(snake_case(part) for part in sketch.given_method.split("."))
        resource = parts[:-1] or _first_choice(replace(sketch, given_method=""), survey).resource
        return MethodPath(resource, parts[-1], "the document or an overlay says so")
    found = structure(sketch, segments, survey.shared_parts)
    if found is not None:
        parts = tuple(snake_case(ascii_text(part)) for part in (*found[0], found[1]))
        place = () if is_verb(parts[-1].split("_")[0]) else _place(parts, segments)
        return MethodPath((*place, *parts[:-1]), _without_noun(parts), SPELLED_OUT)
    if not by_path.resource and not is_verb(by_path.method.split("_")[0]):
        name = join_words(vendor_words(sketch, survey.http_style)) if sketch.operation_id else ""
        return MethodPath((), name or f"{by_path.method}_root", "the path has no resource")
    return by_path


def spelled_method(sketch: OperationSketch, survey: Survey) -> str:
    """The method as the operation id spells it, with the nouns that the resource has too."""
    found = structure(sketch, survey.segments[sketch.key], survey.shared_parts)
    return snake_case(ascii_text(found[1] if found else sketch.operation_id))


def _without_noun(parts: tuple[str, ...]) -> str:
    """The method; only its verb where all else it says is the resource (``rules.get_rules``)."""
    verb, _, rest = parts[-1].partition("_")
    nouns = parts[-2].split("_")
    return (
        verb
        if is_verb(verb) and singular_last(rest.split("_")) == singular_last(nouns)
        else parts[-1]
    )


def _place(parts: tuple[str, ...], segments: Segments) -> tuple[str, ...]:
    """Where the structure is only the path's tail (``usage`` and ``costs``), what comes before it."""
    literals = tuple(each.name for each in segments if not each.is_parameter)
    return literals[: -len(parts)] if literals[-len(parts) :] == parts else ()


def _new_words(sketch: OperationSketch, survey: Survey) -> list[str]:
    """A verb, then the vendor's words that path and tag do not have."""
    words = vendor_words(sketch, survey.http_style)
    known = {singular(word) for each in survey.segments[sketch.key] for word in each.words}
    known |= {singular(word) for word in split_words(ascii_text(sketch.path))}
    at = next((at for at, word in enumerate(words[:3]) if is_verb(word)), None)
    verb = http_verb(sketch.http_method) if at is None else words[at]
    rest = words if at is None else [*words[:at], *words[at + 1 :]]
    said = _without_compounds(rest, known)
    return [verb, *(word for word in said if not _is_known(singular(word), known))]


def _without_compounds(words: list[str], known: set[str]) -> list[str]:
    """Without neighbours that the path writes as one word: ``podsecuritypolicies``."""
    for length in range(len(words), 1, -1):
        for at in range(len(words) - length + 1):
            if singular("".join(words[at : at + length])) in known:
                return _without_compounds([*words[:at], *words[at + length :]], known)
    return words


def _is_known(word: str, known: set[str]) -> bool:
    """Also in a derived form: ``namespaced`` says what ``namespace`` does."""
    return word in known or (word.endswith("d") and word[:-1] in known)


def _said(sketch: OperationSketch, survey: Survey) -> str:
    words = vendor_words(sketch, survey.http_style)
    return join_words(_new_words(sketch, survey)) if words else ""


def _parameter_suffixes(sketch: OperationSketch, survey: Survey) -> Sequence[str]:
    names = [each.name for each in survey.segments[sketch.key] if each.is_parameter]
    own = [name.strip("_") for name in names if name not in survey.scopes]
    return [own[-1], "_and_".join(own)] if own else []


def _flat(sketch: OperationSketch, survey: Survey, first: MethodPath) -> Iterator[MethodPath]:
    """All under the first resource, saying everything."""
    said = [word for word in vendor_words(sketch, survey.http_style) if word]
    if said and sketch.operation_id:
        yield MethodPath(first.resource, join_words(said), "the operation id")
        yield MethodPath(first.resource[:1], join_words(said), "the operation id")
    literals = [each for each in survey.segments[sketch.key] if not each.is_parameter]
    verb = http_verb(sketch.http_method)
    words = [word for each in literals for word in each.words]
    inner = [word for each in literals[1:] for word in each.words]
    yield MethodPath(first.resource[:1], join_words([verb, *inner]), WHOLE_PATH)
    if sketch.document:
        document = split_words(ascii_text(sketch.document))
        yield MethodPath((join_words(document), *first.resource), first.method, "the document")
    yield MethodPath((), join_words([verb, *words]), WHOLE_PATH)


def _legal(wish: MethodPath) -> MethodPath:
    """Names of ours and keywords win; a method that is a keyword takes its noun."""
    parts = [escape_keyword(part) for part in wish.resource]
    noun = "_".join(singular_last(parts[-1].split("_"))) if parts else ""
    method = wish.method.rstrip("_")
    parts.append(f"{method}_{noun}" if noun and iskeyword(method) else escape_keyword(method))
    if parts[0] in CLIENT_ATTRIBUTES:
        parts[0] = f"{parts[0]}_"
    parts = [f"{part}_" if part in RESOURCE_ATTRIBUTES else part for part in parts]
    return MethodPath(tuple(parts[:-1]), parts[-1], wish.reason)
