"""Where the items of a page stand in a reply."""

from dataclasses import dataclass

from connector_generator.infer.shapes import Place, Types, items_of, places, record_of
from connector_generator.ir.api import Operation
from connector_generator.ir.types import Type
from connector_generator.lower.naming.words import singular, split_words, word_set

_USUAL = (
    "data",
    "items",
    "results",
    "entries",
    "records",
    "values",
    "value",
    "list",
    "objects",
    "elements",
    "rows",
    "resources",
    "matches",
)
_BESIDES = word_set(
    "errors warnings error links facets schemas includes included meta metadata response_metadata"
)


@dataclass(frozen=True, slots=True)
class PageItems:
    """The pointer of the list, and the type of its items."""

    pointer: str
    item: Type


def find_items(type_: Type, types: Types, operation: Operation) -> PageItems | None:
    """The list that the reply is, or is an envelope around; None where that is not clear."""
    items = items_of(type_, types)
    if items is not None:
        return PageItems("", items)
    for depth in (1, 2):
        lists = _lists(type_, types, depth)
        chosen = _usual(lists) or _named_like(lists, operation) or _only(lists)
        if chosen is not None:
            item = items_of(chosen.type, types)
            return PageItems(chosen.pointer, item) if item is not None else None
        if lists:
            return None
    return None


def _lists(type_: Type, types: Types, depth: int) -> list[Place]:
    """Lists at this depth; those of records where there are any."""
    every = [
        each
        for each in places(type_, types, depth)
        if each.pointer.count("/") == depth
        and each.name not in _BESIDES
        and items_of(each.type, types) is not None
    ]
    of_records = [
        each for each in every if (item := items_of(each.type, types)) and record_of(item, types)
    ]
    return of_records or every


def _usual(lists: list[Place]) -> Place | None:
    for name in _USUAL:
        for each in lists:
            if each.name.lower() == name:
                return each
    return None


def _named_like(lists: list[Place], operation: Operation) -> Place | None:
    """The list that is called like the last collection of the path, or the resource."""
    literals = [part for part in operation.path.split("/") if part and "{" not in part]
    said = {
        singular(word)
        for part in (*literals[-1:], *operation.resource[-1:])
        for word in split_words(part)
    }
    alike = [each for each in lists if {singular(w) for w in split_words(each.name)} & said]
    return alike[0] if len(alike) == 1 else None


def _only(lists: list[Place]) -> Place | None:
    return lists[0] if len(lists) == 1 else None
