"""JSONPath queries: selectors, filters, functions, and what is refused."""

from typing import Any

import pytest

from connector_generator.source.jsonpath import JSONPathError, find, parse

STORE: dict[str, Any] = {
    "books": [
        {"title": "A", "price": 8, "isbn": "1"},
        {"title": "B", "price": 12, "tags": ["x", "y"]},
        {"title": "C", "price": 8.5, "isbn": None},
    ],
    "it's": {"a b": 1, "price": 20},
    "limit": 10,
}


def _values(query: str, root: Any = STORE) -> list[Any]:
    return [node.value for node in find(parse(query), root)]


@pytest.mark.parametrize(
    ("query", "values"),
    [
        ("$.limit", [10]),
        ("$['limit']", [10]),
        ('$["limit"]', [10]),
        ("$.nothing", []),
        ("$.books[0].title", ["A"]),
        ("$.books[-1].title", ["C"]),
        ("$.books[9]", []),
        ("$.books.title", []),
        ("$.books[*].title", ["A", "B", "C"]),
        ("$.books.*.title", ["A", "B", "C"]),
        ("$.books[1:].title", ["B", "C"]),
        ("$.books[:-1].title", ["A", "B"]),
        ("$.books[::-1].title", ["C", "B", "A"]),
        ("$.books[::0]", []),
        ("$.books[0, 2].title", ["A", "C"]),
        ("$.books[0]['title','price']", ["A", 8]),
        ("$['it\\'s']['a b']", [1]),
        ('$["it\'s"]["a\\u0020b"]', [1]),
        ("$..price", [8, 12, 8.5, 20]),
        ("$..[0]", [STORE["books"][0], "x"]),
        ("$..*", None),
        ("$ .books [0] .title", ["A"]),
        ("$.books[?@.isbn].title", ["A", "C"]),
        ("$.books[?!@.isbn].title", ["B"]),
        ("$.books[?@.isbn == null].title", ["C"]),
        ("$.books[?@.isbn == @.nothing].title", ["B"]),
        ("$.books[?@.price < 10].title", ["A", "C"]),
        ("$.books[?@.price <= 8].title", ["A"]),
        ("$.books[?@.price >= 8.5].title", ["B", "C"]),
        ("$.books[?@.price > $.limit].title", ["B"]),
        ("$.books[?@.price == 8.0].title", ["A"]),
        ("$.books[?@.price != 8].title", ["B", "C"]),
        ("$.books[?( @.title == 'A' || @.title == \"B\" ) && @.price < 10].title", ["A"]),
        ("$.books[?!(@.title == 'A')].title", ["B", "C"]),
        ("$.books[?@.title < 'B'].title", ["A"]),
        ("$.books[?@.title < 5].title", []),
        ("$.books[?@.tags[?@ == 'x']].title", ["B"]),
        ("$.books[?length(@.tags) == 2].title", ["B"]),
        ("$.books[?length(@.price) == 2].title", []),
        ("$.books[?count(@.*) == 3].title", ["A", "B", "C"]),
        ("$.books[?value(@..isbn) == '1'].title", ["A"]),
        ("$.books[?match(@.title, '[AB]')].title", ["A", "B"]),
        ("$.books[?match(@.title, '(')].title", []),
        ("$.books[?search(@.isbn, '^1')].title", ["A"]),
        ("$.books[?true == true].title", ["A", "B", "C"]),
    ],
)
def test_queries(query: str, values: list[Any] | None) -> None:
    found = _values(query)
    assert len(found) == 19 if values is None else found == values


def test_numbers_truth_and_structures_are_compared_as_json() -> None:
    root = [{"v": 1}, {"v": True}, {"v": 1.0}, {"v": [1, {"a": 2}]}, {"v": {"a": [2]}}]
    assert _values("$[?@.v == 1].v", root) == [1, 1.0]
    assert _values("$[?@.v == true].v", root) == [True]
    assert _values("$[?@.v == $[3].v].v", root) == [[1, {"a": 2}]]
    assert _values("$[?@.v == $[4].v].v", root) == [{"a": [2]}]


def test_nodes_know_their_paths() -> None:
    nodes = find(parse("$..price"), STORE)
    assert [node.path for node in nodes] == [
        ("books", 0, "price"),
        ("books", 1, "price"),
        ("books", 2, "price"),
        ("it's", "price"),
    ]


@pytest.mark.parametrize(
    "query",
    [
        "",
        "books",
        "$.",
        "$.a-b c",
        "$.1",
        "$[",
        "$[01x]",
        "$['a]",
        "$['\\q']",
        "$[99999999999999999999]",
        "$[?]",
        "$[?'a']",
        "$[?@.a == ]",
        "$[?@.* == 1]",
        "$[?length(@.a)]",
        "$[?match(@.a, 'x') == true]",
        "$[?unknown(@.a)]",
        "$[?length(@.a, 1) == 1]",
        "$[?count(1) == 1]",
        "$[?" + "(" * 100 + "@.a" + ")" * 100 + "]",
    ],
)
def test_what_is_no_query_is_refused_with_its_column(query: str) -> None:
    with pytest.raises(JSONPathError, match="column"):
        parse(query)
