"""Which call fetches the next page: a pure function of a reply and the arguments that led to it."""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from pydantic_core import from_json

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.pointers import MISSING, find, tokens_of
from connector_runtime.client.prepared import Received

_NEXT = re.compile(r"""<([^>]*)>[^,]*;\s*rel="?next"?""", re.IGNORECASE)


class Step(NamedTuple):
    """The next call: the same arguments with one changed, or an URL."""

    arguments: Mapping[str, Any]
    url: str = ""
    place: str = ""
    """What tells the page from others; the URL, or the value that selects it."""


class Trail(NamedTuple):
    """Where pages have been, as far as it takes to see that they go in a circle (Brent's algorithm):
    one place is remembered, and after twice as many pages another one."""

    anchor: str = ""
    pages: int = 0
    until: int = 1

    def gone_to(self, place: str) -> "Trail":
        """The trail that leads one page further."""
        if self.pages + 1 == self.until:
            return Trail(place, 0, self.until * 2)
        return self._replace(pages=self.pages + 1)


def next_step(
    pagination: Mapping[str, Any], received: Received, arguments: Mapping[str, Any], count: int
) -> Step | None:
    """The step to the page after ``received``, which had ``count`` items; None after the last.

    A cursor that leads back to its own page ends the list: vendors answer so by mistake.
    """
    strategy = pagination.get("strategy")
    if strategy == "link":
        match = _NEXT.search(received.reply.headers.get("link", ""))
        return Step(arguments, match[1], match[1]) if match else None
    document = from_json(received.reply.content)
    if _at(document, pagination.get("has_more", "")) is False:
        return None
    if strategy == "next_url":
        url = _at(document, pagination.get("next_value", ""))
        return Step(arguments, url, url) if isinstance(url, str) and url else None
    name = received.prepared.operation.argument_of(pagination.get("parameter", ""))
    value = _value(strategy, pagination, document, arguments.get(name, OMIT), count)
    if value in (None, "", MISSING) or value == arguments.get(name, OMIT):
        return None
    return Step({**arguments, name: value}, place=str(value))


def _value(
    strategy: str | None, pagination: Mapping[str, Any], document: Any, given: Any, count: int
) -> Any:
    """The value of the parameter that selects the next page."""
    if strategy == "cursor":
        return _cursor(pagination, document)
    declared = _at(document, pagination.get("next_value", ""))
    if declared is not MISSING:
        return declared
    if not count:
        return None
    start = given if isinstance(given, int) else 1 if strategy == "page" else 0
    return start + (1 if strategy == "page" else count)


def _cursor(pagination: Mapping[str, Any], document: Any) -> Any:
    if pagination.get("next_value"):
        return _at(document, pagination["next_value"])
    items = find(document, tokens_of(pagination.get("items", "")))
    if not isinstance(items, list) or not items:
        return None
    return find(cast("list[Any]", items)[-1], tokens_of(pagination.get("item_cursor", "")))


def _at(document: Any, pointer: str) -> Any:
    return find(document, tokens_of(pointer)) if pointer else MISSING
