"""How the next page of a list is asked for, told by parameters and the shape of the reply.

Conservative: a strategy is only taken where argument and reply agree on it, for a wrong one repeats
a page for ever or leaves items out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from connector_generator.infer.inputs import Input, inputs
from connector_generator.infer.page_items import PageItems, find_items
from connector_generator.infer.pagination_declared import declared_pagination, is_refused
from connector_generator.infer.shapes import (
    Place,
    Types,
    is_kind,
    places,
    record_of,
    success_type,
)
from connector_generator.ir.api import Operation
from connector_generator.ir.facts import Pagination
from connector_generator.ir.types import Type
from connector_generator.lower.naming.words import split_words, word_set

_LIMITS = word_set(
    "limit per_page page_size max_results count max_page_size page_limit size first top num_items"
    " results_per_page items_per_page rows"
)
_CURSORS = word_set(
    "cursor page_token next_token start_cursor marker after offset continuation_token continue"
    " starting_after next_cursor bookmark pagination_token page_cursor after_cursor after_id"
    " next_page_token start_after position page next_page pos start"
)
_NEXT_CURSORS = word_set(
    "next_cursor next_page_token next_token next_marker continuation_token continue cursor after"
    " end_cursor bookmark pagination_token next_page next offset last_id next_start next_pos"
)
_NEXT_URLS = word_set(
    "next_page_uri next_page_url next_uri next_url next_link odata_next_link next_href next next_page"
    " href url uri"
)
_SAYS_NEXT = re.compile(r"next", re.I)
_SAYS_URL = re.compile(r"\bur[li]\b|https?://|\blink\b|href|endpoint", re.I)
_HAS_MORE = word_set("has_more has_next has_next_page more_results more has_more_items")
_ITEM_CURSORS = ("starting_after", "after", "after_id", "before", "since_id")
_OFFSETS = word_set("offset skip start start_at start_index starting_index from_index")
_PAGES = word_set("page page_number page_num page_no page_index pagenum current_page")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What one operation takes and answers."""

    arguments: Mapping[str, Input]
    """By snake_case name."""
    found: Sequence[Place]
    items: str
    item: Type
    types: Types
    link_header: bool

    @property
    def limit(self) -> str:
        """The argument that bounds a page."""
        names = [name for name in self.arguments if name in _LIMITS]
        return self.arguments[names[0]].wire if names else ""

    @property
    def has_more(self) -> str:
        """Where the reply says whether there is more."""
        for each in self.found:
            if _snake(each.name) in _HAS_MORE and is_kind(each.type, self.types, "bool"):
                return each.pointer
        return ""


def pagination(
    operation: Operation,
    types: Types,
    extensions: Mapping[str, Any],
    connector: Mapping[str, Any],
    is_read: bool,
) -> Pagination | None:
    """How to page through the operation, None where it is no list or does not say.

    What the document declares for all holds for the reads that take its parameter.
    """
    type_ = success_type(operation)
    if type_ is None or is_refused(extensions):
        return None
    found = find_items(type_, types, operation)
    items = found.pointer if found else ""
    declared = declared_pagination(extensions, items)
    if declared or not is_read:
        return declared
    common = declared_pagination(connector, items)
    if common and any(each.wire == common.parameter for each in inputs(operation)):
        return common
    if found is None:
        return None
    evidence = _evidence(operation, type_, types, found)
    return next((page for detect in _DETECTORS if (page := detect(evidence))), None)


def _evidence(operation: Operation, type_: Type, types: Types, found: PageItems) -> _Evidence:
    headers = {each.name.lower() for reply in operation.replies for each in reply.headers}
    return _Evidence(
        arguments=_arguments(operation),
        found=tuple(places(type_, types, 3)),
        items=found.pointer,
        item=found.item,
        types=types,
        link_header="link" in headers,
    )


def _arguments(operation: Operation) -> dict[str, Input]:
    """Query and body arguments; a bracketed name (``page[after]``) also by its words."""
    return {
        _snake(each.wire): each
        for each in reversed(inputs(operation))
        if each.location in {"query", "body"}
    }


def _snake(name: str) -> str:
    return "_".join(split_words(name))


def _cursor(evidence: _Evidence) -> Pagination | None:
    """An argument, and the value for it in the reply."""
    for name, argument in sorted(evidence.arguments.items(), key=lambda item: _preference(item[0])):
        if name.removeprefix("page_") not in _CURSORS and name not in _CURSORS:
            continue
        for place in evidence.found:
            if _is_next_value(name, argument, place, evidence):
                return Pagination(
                    "cursor",
                    evidence.items,
                    argument.wire,
                    evidence.limit,
                    next_value=place.pointer,
                    has_more=evidence.has_more,
                    evidence=(f"it takes {argument.wire}", f"the reply has {place.pointer}"),
                )
    return None


def _preference(name: str) -> tuple[int, str]:
    """Arguments that can only be cursors come before ``page`` and ``offset``."""
    return (
        2 if name in _PAGES | _OFFSETS else 0 if "cursor" in name or "token" in name else 1,
        name,
    )


def _is_next_value(name: str, argument: Input, place: Place, evidence: _Evidence) -> bool:
    leaf = _snake(place.name)
    if leaf not in _NEXT_CURSORS or not is_kind(place.type, evidence.types, "str", "int"):
        return False
    if place.pointer.startswith(f"{evidence.items}/") and evidence.items:
        return False
    says_next = bool(_SAYS_NEXT.search(place.pointer)) or leaf in {"end_cursor", "last_id"}
    if name in _PAGES | _OFFSETS:
        integer = is_kind(argument.type, evidence.types, "int", "float")
        same = leaf in {name, f"next_{name}"}
        return same and (says_next or (not integer and leaf == name))
    if leaf == "last_id":
        return "after" in name and bool(evidence.has_more)
    if leaf in {"next", "next_page"} and _is_url(place, evidence):
        return False
    words = {"cursor", "token", "marker", "bookmark", "continue", "after", "position", "pos"}
    related = leaf == name or bool(set(name.split("_")) & set(leaf.split("_")) & words)
    return related or (says_next and leaf != "offset")


def _is_url(place: Place, evidence: _Evidence) -> bool:
    return _says_url(place.pointer, evidence)


def _next_url(evidence: _Evidence) -> Pagination | None:
    """An URL of the next page in the reply."""
    for place in evidence.found:
        leaf = _snake(place.name)
        last_two = "_".join(split_words(place.pointer)[-3:])
        named = leaf in _NEXT_URLS and _SAYS_NEXT.search(last_two)
        if not named or not is_kind(place.type, evidence.types, "str"):
            continue
        if evidence.items and place.pointer.startswith(f"{evidence.items}/"):
            continue
        if _tells_url(leaf) or _says_url(place.pointer, evidence):
            return Pagination(
                "next_url",
                evidence.items,
                limit_parameter=evidence.limit,
                next_value=place.pointer,
                evidence=(f"the reply has {place.pointer}",),
            )
    return None


def _tells_url(leaf: str) -> bool:
    return bool(set(leaf.split("_")) & {"url", "uri", "link", "href"})


def _says_url(pointer: str, evidence: _Evidence) -> bool:
    """The place is among links, or beside a ``previous`` of the same kind and not a number."""
    parent, _, leaf = pointer.rpartition("/")
    if set(split_words(parent)) & {"links", "link"}:
        return True
    twins = {"next": {"previous", "prev"}, "next_page": {"previous_page", "prev_page"}}
    beside = {
        _snake(each.name) for each in evidence.found if each.pointer.rpartition("/")[0] == parent
    }
    here = next(each for each in evidence.found if each.pointer == pointer)
    text = is_kind(here.type, evidence.types, "str") and not is_kind(
        here.type, evidence.types, "int"
    )
    return text and bool(twins.get(_snake(leaf), set()) & beside)


def _item_cursor(evidence: _Evidence) -> Pagination | None:
    """The id of the last item is the cursor; only where the reply says whether there is more, or
    is the bare list."""
    record = record_of(evidence.item, evidence.types)
    has_id = record is not None and any(each.name.wire == "id" for each in record.properties)
    if not has_id or not (evidence.has_more or evidence.items == ""):
        return None
    names = [name for name in _ITEM_CURSORS if name in evidence.arguments]
    if not names or (evidence.items == "" and not evidence.limit):
        return None
    newest_first = "around" in evidence.arguments and "before" in names
    argument = evidence.arguments["before" if newest_first else names[0]]
    if not is_kind(argument.type, evidence.types, "str", "int"):
        return None
    return Pagination(
        "cursor",
        evidence.items,
        argument.wire,
        evidence.limit,
        item_cursor="/id",
        has_more=evidence.has_more,
        evidence=(f"it takes {argument.wire}", "its items have an id"),
    )


def _link(evidence: _Evidence) -> Pagination | None:
    """A documented Link header (RFC 8288)."""
    if not evidence.link_header:
        return None
    return Pagination(
        "link",
        evidence.items,
        limit_parameter=evidence.limit,
        evidence=("the reply documents a Link header",),
    )


def _counted(evidence: _Evidence) -> Pagination | None:
    """A number of a page, or of items to skip; the latter only together with a limit."""
    for strategy, names in (("page", _PAGES), ("offset", _OFFSETS)):
        for name, argument in evidence.arguments.items():
            if name not in names or not is_kind(argument.type, evidence.types, "int", "float"):
                continue
            if strategy == "offset" and not evidence.limit:
                continue
            return Pagination(
                "page" if strategy == "page" else "offset",
                evidence.items,
                argument.wire,
                evidence.limit,
                has_more=evidence.has_more,
                evidence=(f"it takes the number {argument.wire}",),
            )
    return None


_DETECTORS: tuple[Callable[[_Evidence], Pagination | None], ...] = (
    _cursor,
    _next_url,
    _item_cursor,
    _link,
    _counted,
)
