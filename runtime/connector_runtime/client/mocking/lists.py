"""Lists: filters, pages, and how the vendor says that there are more."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, urlencode

from connector_runtime.client.mocking.documents import put
from connector_runtime.client.mocking.messages import Understood
from connector_runtime.client.mocking.state import Item
from connector_runtime.client.pointers import find, tokens_of
from connector_runtime.client.values.schema import is_mapping

Conforms = Callable[[Any], bool]
_LIMITS = (
    "limit",
    "per_page",
    "page_size",
    "pageSize",
    "maxResults",
    "max_results",
    "count",
    "$top",
)
_DEFAULT = 10
MARK = "mock_page"
"""Our own query parameter, in links to pages that the vendor would write otherwise."""


class Page(NamedTuple):
    """Some of the items, and how to get the next ones."""

    items: list[Item]
    more: Callable[[Any, Conforms], None]
    """Writes into a reply whether there are more, as its schema allows it."""
    headers: dict[str, str]


def page_of(understood: Understood, items: Sequence[Item]) -> Page:
    """The page that is asked for, by the strategy of the operation."""
    facts: Mapping[str, Any] = understood.operation.pagination or {}
    matching = [item for item in items if _matches(item, understood, facts)]
    start = _start(understood, facts, matching)
    limit = _limit(understood, facts)
    chosen = matching[start : start + limit]
    more = start + limit < len(matching)
    following = start + limit
    url = _url(understood, facts, following, limit) if more else ""

    def write(document: Any, conforms: Conforms) -> None:
        if facts.get("has_more"):
            put(document, facts["has_more"], more)
        pointer = facts.get("next_value")
        if pointer and pointer != facts.get("items"):
            value = _next(facts, chosen, following, limit, url, more)
            put(document, pointer, value)
            if value is None and not conforms(document):
                _take_away(document, pointer, conforms)

    link = facts.get("strategy") == "link" and more
    return Page(chosen, write, {"link": f'<{url}>; rel="next"'} if link else {})


def _take_away(document: Any, pointer: str, conforms: Conforms) -> None:
    """The last page says null, or nothing, or an empty text: whatever its schema allows."""
    tokens = tokens_of(pointer)
    for depth in range(len(tokens), 0, -1):
        holder = find(document, tokens[: depth - 1])
        if is_mapping(holder):
            holder.pop(tokens[depth - 1], None)
        if conforms(document):
            return
    put(document, pointer, "")


def _next(
    facts: Mapping[str, Any], chosen: list[Item], following: int, limit: int, url: str, more: bool
) -> Any:
    strategy = facts.get("strategy")
    if strategy == "cursor":
        last = next(iter(chosen[-1].values()), "") if chosen else ""
        return (_identifier(chosen[-1]) or last) if more else None
    if not more:
        return None
    if strategy == "next_url":
        return url
    return following if strategy == "offset" else following // limit + 1


def _identifier(item: Item) -> Any:
    return next((item[name] for name in ("id", "gid", "uuid", "key") if name in item), None)


def _matches(item: Item, understood: Understood, facts: Mapping[str, Any]) -> bool:
    """Query parameters that are called like a member of the items select by it."""
    apart = {facts.get("parameter"), facts.get("limit_parameter"), *_LIMITS}
    return all(
        item[name] == value
        for name, value in understood.query.items()
        if name in item and name not in apart and isinstance(value, str | int | bool)
    )


def _limit(understood: Understood, facts: Mapping[str, Any]) -> int:
    names = (facts.get("limit_parameter"), *_LIMITS)
    given = (understood.arguments.get(name) for name in names if name)
    return next((each for each in given if isinstance(each, int) and each > 0), _DEFAULT)


def _start(understood: Understood, facts: Mapping[str, Any], items: list[Item]) -> int:
    marked = dict(parse_qsl(understood.request.query)).get(MARK, "")
    if marked.isdigit():
        return int(marked)
    value = understood.arguments.get(facts.get("parameter") or "")
    if value in (None, ""):
        return 0
    if facts.get("strategy") == "offset":
        return int(value) if isinstance(value, int) and value > 0 else 0
    if facts.get("strategy") in ("page", "link"):
        return (max(int(value), 1) - 1) * _limit(understood, facts) if isinstance(value, int) else 0
    pointer = tokens_of(facts.get("item_cursor") or "")
    for index, item in enumerate(items):
        if str(find(item, pointer) if pointer else _identifier(item)) == str(value):
            return index + 1
    return len(items)


def _url(understood: Understood, facts: Mapping[str, Any], following: int, limit: int) -> str:
    request, name = understood.request, facts.get("parameter") or MARK
    pairs = [pair for pair in parse_qsl(request.query) if pair[0] not in (name, MARK)]
    value = following // limit + 1 if facts.get("parameter") else following
    return f"{request.origin}{request.path}?{urlencode([*pairs, (name, value)])}"
