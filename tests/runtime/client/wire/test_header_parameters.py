"""Header lines: nothing can end them early, nothing is changed silently."""

from datetime import UTC, datetime
from typing import Any

import pytest

from connector_runtime.client.wire.problems import ArgumentError


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a b%c", "a b%c"),
        ("  padded\t", "padded"),
        ("", ""),
        (5, "5"),
        (True, "true"),
        (datetime(2024, 1, 2, tzinfo=UTC), "2024-01-02T00:00:00Z"),
        ([1, 2], "1,2"),
    ],
)
def test_header_values(send_one: Any, value: Any, expected: str) -> None:
    assert list(send_one(value, "header").headers) == [("color", expected)]


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\0b", "a\x1fb", "a\x7fb"])
def test_line_breaks_and_controls_are_refused(send_one: Any, value: str) -> None:
    for sent in (value, [value], {"k": value}, {value: "k"}):
        with pytest.raises(ArgumentError, match="control characters"):
            send_one(sent, "header")


def test_beyond_ascii_is_refused_in_headers(send_one: Any) -> None:
    with pytest.raises(ArgumentError, match="only ASCII"):
        send_one("ü", "header")


def test_json_headers_are_ascii(send_one: Any) -> None:
    request = send_one({"path": "/ü\n"}, "header", content_type="application/json")

    assert list(request.headers) == [("color", '{"path":"/\\u00fc\\n"}')]


@pytest.mark.parametrize("location", ["header", "cookie"])
def test_names_of_the_document_cannot_end_the_line(send: Any, location: str) -> None:
    parameter = {"name": "x", "wire": "a\r\nX-Evil: 1", "location": location}

    assert list(send({}, parameters=[parameter]).headers) == []
    with pytest.raises(ArgumentError, match="cannot name"):
        send({"x": "1"}, parameters=[parameter])


def test_cookies_share_one_line(send: Any) -> None:
    parameters = [{"name": name, "wire": name, "location": "cookie"} for name in ("a", "b")]

    assert list(send({"a": 1, "b": "x"}, parameters=parameters).headers) == [("Cookie", "a=1; b=x")]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("abc/def+ghi==", "color=abc/def+ghi=="),
        ("a b;c,d", "color=a%20b%3Bc%2Cd"),
        ("50%", "color=50%25"),
        ('"ü"', "color=%22%C3%BC%22"),
        ("a\r\nb", "color=a%0D%0Ab"),
    ],
)
def test_form_cookies_are_escaped_where_needed(send_one: Any, value: str, expected: str) -> None:
    assert list(send_one(value, "cookie").headers) == [("Cookie", expected)]


@pytest.mark.parametrize("value", ["a;b", "a b", "a,b", '"a"', "a\\b", "ü", "a\r\nb", "\x7f"])
def test_plain_cookies_are_refused_when_they_do_not_fit(send_one: Any, value: str) -> None:
    assert list(send_one("50%", "cookie", style="cookie").headers) == [("Cookie", "color=50%")]
    with pytest.raises(ArgumentError):
        send_one(value, "cookie", style="cookie")
    with pytest.raises(ArgumentError):
        send_one({value: "x"}, "cookie", style="cookie")
