"""What is wrong with the content of a reply that the description has a media type for."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from connector_runtime.client.models import Violation
from connector_runtime.client.models.violations import append, json_type
from connector_runtime.client.operation import Operation, ReplyMedia
from connector_runtime.client.pointers import MISSING, find, tokens_of
from connector_runtime.client.wire.decode import utf8_json
from connector_runtime.contract.described import Described
from connector_runtime.contract.findings import Finding
from connector_runtime.contract.undocumented import undocumented
from connector_runtime.contract.wording import missing_name, of_model, of_schema


def json_of(content: bytes, content_type: str) -> Any:
    """The JSON document of a content; :data:`MISSING` where it is none."""
    try:
        return json.loads(utf8_json(content, content_type))
    except (ValueError, RecursionError):
        return MISSING


class Contents:
    """Judges decoded JSON contents of one operation."""

    def __init__(self, described: Described, operation: Operation, media: ReplyMedia) -> None:
        self._described = described
        self._operation = operation
        self._schema = media.schema

    def findings(
        self, document: Any, value: Any, violations: Iterable[Violation]
    ) -> Iterator[Finding]:
        """Deviations: what decoding reported, what it does not look at, and unknown members."""
        taken: list[str] = []
        for each in violations:
            kind, expected = of_model(each.expected, each.got)
            taken.append(each.pointer)
            yield self._at(each.pointer, kind, expected, each.got)
        yield from self._beyond_models(document, taken)
        for pointer in undocumented(value, self._described.open_names):
            got = json_type(find(document, tokens_of(pointer)))
            yield self._at(pointer, "undocumented", "no such field", got)
        yield from self._page(document, taken)

    def _at(self, pointer: str, kind: Any, expected: str, got: str) -> Finding:
        return self._described.finding(self._operation, kind, expected, got, pointer, self._schema)

    def _beyond_models(self, document: Any, taken: list[str]) -> Iterator[Finding]:
        """What the schema says and models do not: bounds, patterns, formats of texts."""
        for each in self._described.validator.violations(self._schema, document):
            kind, expected = of_schema(each.keyword, each.message)
            name = missing_name(each.message) if kind == "missing" else None
            pointer = each.pointer if name is None else append(each.pointer, name)
            if kind == "undocumented" or any(_related(pointer, one) for one in taken):
                continue
            found = find(document, tokens_of(pointer)) if pointer else document
            got = "missing" if found is MISSING else json_type(found)
            yield self._at(pointer, kind, expected, got)

    def _page(self, document: Any, taken: list[str]) -> Iterator[Finding]:
        """A list whose items are not where pages look for them."""
        pointer = (self._operation.pagination or {}).get("items")
        if pointer is None or any(_related(pointer, each) for each in taken):
            return
        found = find(document, tokens_of(pointer)) if pointer else document
        if not isinstance(found, list):
            got = "missing" if found is MISSING else json_type(found)
            yield self._at(pointer, "page", "the items of a page (array)", got)


def _related(one: str, other: str) -> bool:
    """Whether a pointer is the other, or leads to it, or beyond it."""
    return f"{one}/".startswith(f"{other}/") or f"{other}/".startswith(f"{one}/")
