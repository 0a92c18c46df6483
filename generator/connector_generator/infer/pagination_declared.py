"""Pagination as overlays and vendors declare it: x-connector, x-ms-pageable, Speakeasy, Fern."""

import re
from collections.abc import Mapping
from typing import Any, Literal

from connector_generator.infer.shapes import escape
from connector_generator.ir.facts import Pagination
from connector_generator.lower.reading import mapping, nodes

_STRATEGIES = ("cursor", "offset", "page", "link", "next_url")
_Strategy = Literal["cursor", "offset", "page", "link", "next_url"]
_TOKEN = re.compile(r"\[['\"]?([^\]'\"]*)['\"]?\]|([^.\[\]]+)")


def declared_pagination(extensions: Mapping[str, Any], items: str) -> Pagination | None:
    """What is declared; ``items`` is where the items stand when the declaration does not say."""
    for name, read in _READERS:
        if found := read(mapping(extensions, name), items):
            return found
    return None


def is_refused(extensions: Mapping[str, Any]) -> bool:
    """``x-connector-pagination: false``, or a Microsoft operation whose list has one page."""
    one_page = mapping(extensions, "x-ms-pageable").get("nextLinkName", "") is None
    return extensions.get("x-connector-pagination") is False or one_page


def _ours(value: Mapping[str, Any], items: str) -> Pagination | None:
    strategy = value.get("strategy")
    if strategy not in _STRATEGIES:
        return None
    return Pagination(
        strategy=strategy,
        items=_text(value, "items", items),
        parameter=_text(value, "parameter"),
        limit_parameter=_text(value, "limit_parameter"),
        next_value=_text(value, "next_value"),
        item_cursor=_text(value, "item_cursor"),
        has_more=_text(value, "has_more"),
        evidence=("x-connector-pagination",),
    )


def _microsoft(value: Mapping[str, Any], items: str) -> Pagination | None:
    link = _text(value, "nextLinkName")
    if not link:
        return None
    return Pagination(
        strategy="next_url",
        items=f"/{escape(_text(value, 'itemName', 'value'))}",
        next_value=f"/{escape(link)}",
        evidence=(f"x-ms-pageable: {link}",),
    )


def _speakeasy(value: Mapping[str, Any], items: str) -> Pagination | None:
    named = {_text(each, "type"): _text(each, "name") for each in nodes(value, "inputs")}
    places = mapping(value, "outputs")
    kind = value.get("type")
    strategy: _Strategy
    if kind == "cursor":
        strategy, parameter, place = "cursor", named.get("cursor", ""), "nextCursor"
    elif kind == "url":
        strategy, parameter, place = "next_url", "", "nextUrl"
    elif kind == "offsetLimit":
        strategy = "page" if "page" in named else "offset"
        parameter, place = named.get(strategy, ""), ""
    else:
        return None
    return Pagination(
        strategy=strategy,
        items=_pointer(_text(places, "results")) or items,
        parameter=parameter,
        limit_parameter=named.get("limit", ""),
        next_value=_pointer(_text(places, place)) if place else "",
        evidence=(f"x-speakeasy-pagination: {kind}",),
    )


def _fern(value: Mapping[str, Any], items: str) -> Pagination | None:
    results = _pointer(_text(value, "results")) or items
    if next_uri := _text(value, "next_uri"):
        return Pagination("next_url", results, next_value=_pointer(next_uri), evidence=_FERN)
    if cursor := _text(value, "cursor"):
        place = _pointer(_text(value, "next_cursor"))
        return Pagination("cursor", results, _leaf(cursor), next_value=place, evidence=_FERN)
    if offset := _text(value, "offset"):
        strategy: _Strategy = "page" if "page" in _leaf(offset).lower() else "offset"
        return Pagination(strategy, results, _leaf(offset), evidence=_FERN)
    return None


_FERN = ("x-fern-pagination",)
_READERS = (
    ("x-connector-pagination", _ours),
    ("x-speakeasy-pagination", _speakeasy),
    ("x-fern-pagination", _fern),
    ("x-ms-pageable", _microsoft),
)


def _text(value: Mapping[str, Any], key: str, default: str = "") -> str:
    found = value.get(key)
    return found if isinstance(found, str) else default


def _pointer(path: str) -> str:
    """A simple JSON path as a JSON pointer.

    >>> _pointer("$.data.items"), _pointer("$response.next"), _pointer("$")
    ('/data/items', '/next', '')
    """
    tokens = [quoted or plain for quoted, plain in _TOKEN.findall(path)]
    kept = [token for token in tokens if not token.startswith("$") and token != "*"]
    return "".join(f"/{escape(token)}" for token in kept)


def _leaf(path: str) -> str:
    return path.rpartition(".")[2]
