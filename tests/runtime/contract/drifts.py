"""Every kind of drift we know, injected into the clinic's replies, and what must be said of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.runtime.contract.clinic import Change, Reply, on, with_body

Expected = frozenset[tuple[str, str, str]]
"""Operation, pointer and kind of every finding there must be."""


@dataclass(frozen=True)
class Drift:
    """One injection. ``others`` are operations that cannot be ``pass`` for its sake, by outcome."""

    name: str
    change: Change
    expected: Expected = frozenset()
    others: tuple[tuple[str, str], ...] = ()
    timeout: float = 5.0


def _pet(**values: Any) -> Callable[[Any], None]:
    return lambda body: body.update(values)


def _without(name: str) -> Callable[[Any], None]:
    def edit(body: Any) -> None:
        del body[name]

    return edit


def _first(**values: Any) -> Callable[[Any], None]:
    return lambda body: body[0].update(values)


def _page(**values: Any) -> Callable[[Any], None]:
    return lambda body: body["pets"][0].update(values)


def _one(operation: str, pointer: str, kind: str) -> Expected:
    return frozenset({(operation, pointer, kind)})


ONE = r"GET /pets/7"
LIST = r"GET /pets"
_PETLESS = (
    ("get_pet", "skipped"),
    ("list_visits", "skipped"),
    ("get_visit", "skipped"),
)


def _unknown_pet(reply: Reply) -> Change:
    return lambda asked, good: reply if asked == "GET /pets/2147483646" else good


DRIFTS = (
    Drift("field removed", with_body(ONE, _without("name")), _one("get_pet", "/name", "missing")),
    Drift(
        "field removed in a list",
        with_body(LIST, lambda body: body["pets"][0].pop("chip") and None),
        _one("list_pets", "/pets/0/chip", "missing"),
    ),
    Drift("string became integer", with_body(ONE, _pet(name=7)), _one("get_pet", "/name", "type")),
    Drift(
        "integer became string",
        with_body(r"GET /pets/7/visits/v1", _pet(price="30")),
        _one("get_visit", "/price", "type"),
    ),
    Drift(
        "number became string", with_body(ONE, _pet(weight="9")), _one("get_pet", "/weight", "type")
    ),
    Drift(
        "boolean became integer",
        with_body(ONE, _pet(neutered=1)),
        _one("get_pet", "/neutered", "type"),
    ),
    Drift("integer became fraction", with_body(ONE, _pet(id=7.5)), _one("get_pet", "/id", "type")),
    Drift(
        "null where not nullable", with_body(ONE, _pet(name=None)), _one("get_pet", "/name", "null")
    ),
    Drift("array became null", with_body(ONE, _pet(tags=None)), _one("get_pet", "/tags", "null")),
    Drift(
        "item of an array changed",
        with_body(ONE, _pet(tags=["good", 7])),
        _one("get_pet", "/tags/1", "type"),
    ),
    Drift(
        "array became object", with_body(ONE, _pet(tags={"a": 1})), _one("get_pet", "/tags", "type")
    ),
    Drift(
        "object became string",
        with_body(ONE, _pet(owner="ada")),
        _one("get_pet", "/owner", "type"),
    ),
    Drift(
        "nested field removed",
        with_body(ONE, _pet(owner={"city": "Rome"})),
        _one("get_pet", "/owner/email", "missing"),
    ),
    Drift("new enum value", with_body(ONE, _pet(kind="fish")), _one("get_pet", "/kind", "enum")),
    Drift(
        "new enum value in a list",
        with_body(LIST, _page(kind="fish")),
        _one("list_pets", "/pets/0/kind", "enum"),
    ),
    Drift("enum became null", with_body(ONE, _pet(kind=None)), _one("get_pet", "/kind", "null")),
    Drift(
        "malformed date",
        with_body(ONE, _pet(born="29/02/2020")),
        _one("get_pet", "/born", "format"),
    ),
    Drift(
        "malformed date-time",
        with_body(ONE, _pet(seen_at="yesterday")),
        _one("get_pet", "/seen_at", "format"),
    ),
    Drift(
        "malformed uuid", with_body(ONE, _pet(chip="no-uuid")), _one("get_pet", "/chip", "format")
    ),
    Drift(
        "malformed email, which models do not look at",
        with_body(ONE, _pet(owner={"email": "nobody"})),
        _one("get_pet", "/owner/email", "format"),
    ),
    Drift(
        "date became integer",
        with_body(r"GET /pets/7/visits", _first(on=1704153600)),
        _one("list_visits", "/0/on", "type"),
    ),
    Drift(
        "date-time became integer",
        with_body(ONE, _pet(seen_at=1704153600)),
        _one("get_pet", "/seen_at", "type"),
    ),
    Drift(
        "below the minimum",
        with_body(ONE, _pet(weight=-1)),
        _one("get_pet", "/weight", "constraint"),
    ),
    Drift(
        "undocumented field",
        with_body(ONE, _pet(colour="brown")),
        _one("get_pet", "/colour", "undocumented"),
    ),
    Drift(
        "unknown variant of a union",
        with_body(r"GET /events", _first(type="lost")),
        _one("list_events", "/0", "variant"),
    ),
    Drift(
        "variant of a union changed",
        with_body(r"GET /events", lambda body: body[1].update(price="100")),
        _one("list_events", "/1/price", "type"),
    ),
    Drift(
        "value of a map changed",
        with_body(r"GET /inventory", lambda body: body.update({"shelf two": "none"})),
        _one("get_inventory", "/*", "type"),
    ),
    Drift("success status changed", on("GET /pets/7", status=203), _one("get_pet", "", "status")),
    Drift(
        "content type changed",
        on("GET /inventory", body=b"shelf one,3", content_type="text/csv"),
        _one("get_inventory", "", "content-type"),
    ),
    Drift(
        "JSON as text/html",
        on("GET /inventory", content_type="text/html"),
        _one("get_inventory", "", "content-type"),
    ),
    Drift(
        "text became JSON",
        on("GET /motd", body={"words": "woof"}, content_type="application/json"),
        _one("get_motd", "", "content-type"),
    ),
    Drift("content gone", on("GET /pets/7", body=None), _one("get_pet", "", "body")),
    Drift(
        "array instead of object",
        with_body(LIST, lambda body: body["pets"]),
        _one("list_pets", "", "type"),
        _PETLESS,
    ),
    Drift(
        "object instead of array",
        with_body(r"GET /pets/7/visits", lambda body: {"visits": body}),
        _one("list_visits", "", "type"),
    ),
    Drift(
        "page shape lost",
        with_body(LIST, lambda body: {"items": body["pets"], "next_cursor": None}),
        frozenset({("list_pets", "/pets", "missing"), ("list_pets", "/items", "undocumented")}),
        _PETLESS,
    ),
    Drift(
        "truncated JSON",
        on("GET /inventory", body=b'{"shelf one": 3, "she'),
        _one("get_inventory", "", "unreadable"),
    ),
    Drift(
        "error shape changed",
        _unknown_pet(Reply(404, {"error": {"code": "x"}})),
        frozenset(
            {
                ("get_pet", "/code", "missing"),
                ("get_pet", "/message", "missing"),
                ("get_pet", "/error", "undocumented"),
            }
        ),
    ),
    Drift(
        "errors became HTML",
        _unknown_pet(Reply(404, b"<h1>Not found</h1>", "text/html")),
        _one("get_pet", "", "content-type"),
    ),
    Drift(
        "404 for a known id",
        on("GET /pets/7", status=404, body={"code": "gone", "message": "It is gone."}),
        _one("get_pet", "", "not-found"),
    ),
    Drift(
        "a path is gone",
        on("GET /inventory", status=404, body={"code": "gone", "message": "It is gone."}),
        _one("get_inventory", "", "refused"),
    ),
    Drift(
        "a method is refused",
        on("GET /inventory", status=405, body={"code": "no", "message": "No."}),
        _one("get_inventory", "", "refused"),
    ),
    Drift("500", on("GET /pets/7", status=500), _one("get_pet", "", "server-error")),
    Drift(
        "502 of a gateway",
        on("GET /motd", status=502, body=b"bad"),
        _one("get_motd", "", "server-error"),
    ),
    Drift(
        "auth lost",
        on("GET /inventory", status=401, body={"code": "no_key", "message": "No."}),
        others=(("get_inventory", "auth-failed"),),
    ),
    Drift(
        "rights lost",
        on("GET /inventory", status=403, body=b"forbidden"),
        others=(("get_inventory", "auth-failed"),),
    ),
    Drift(
        "too slow",
        on("GET /inventory", wait=1.5),
        others=(("get_inventory", "unreachable"),),
        timeout=1.0,
    ),
    Drift(
        "slow",
        on("GET /inventory", wait=1.7),
        _one("get_inventory", "", "slow"),
        timeout=2.0,
    ),
    Drift(
        "the reply is cut off",
        on("GET /inventory", cut=20),
        others=(("get_inventory", "unreachable"),),
    ),
    Drift(
        "too many calls",
        on("GET /search", status=429, body={"code": "slow_down", "message": "No."}),
        others=(("search_pets", "rate-limited"), *_PETLESS),
    ),
)
