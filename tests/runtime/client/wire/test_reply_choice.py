"""Which documented reply a status and a Content-Type select, and what text it is."""

from typing import Any

import pytest

from connector_runtime.client.operation import Operation
from connector_runtime.client.wire.decode import Decoder, decode_text, utf8_json

JSON = "application/json"


def compile_decoder(operation: Operation) -> Any:
    """The decoder, with choices whose media need no check for None."""
    return Decoder(operation)


def media(content_type: str, kind: str, model: str = "") -> dict[str, str]:
    """One documented media type."""
    return {"content_type": content_type, "kind": kind, "model": model or content_type}


REPLIES = {
    "200": [
        media(JSON, "json"),
        media("text/csv", "text"),
        media("application/xml", "xml"),
        media("text/event-stream", "sse"),
        media("image/*", "binary"),
    ],
    "2XX": [media(JSON, "json", "Range")],
    "204": [],
}
ERRORS = {
    "404": [media("application/problem+json", "json", "NotFound")],
    "4xx": [media(JSON, "json", "Client")],
    "default": [media(JSON, "json", "Any")],
}


@pytest.fixture(scope="module")
def decoder(make_operation: Any) -> Any:
    """The decoder of an operation with many replies."""
    return compile_decoder(make_operation(replies=REPLIES, errors=ERRORS))


@pytest.mark.parametrize(
    ("status", "content_type", "kind", "model", "key"),
    [
        (200, "application/json", "json", JSON, "200"),
        (200, "Application/JSON; charset=UTF-8", "json", JSON, "200"),
        (200, "application/vnd.api+json", "json", JSON, "200"),
        (200, "text/csv;header=present", "text", "text/csv", "200"),
        (200, "text/event-stream", "sse", "text/event-stream", "200"),
        (200, "image/png", "binary", "image/*", "200"),
        (200, "text/xml", "xml", "application/xml", "200"),
        (201, JSON, "json", "Range", "2XX"),
        (404, JSON, "json", "NotFound", "404"),
        (404, "application/problem+json", "json", "NotFound", "404"),
        (422, JSON, "json", "Client", "4XX"),
        (500, JSON, "json", "Any", "default"),
        (200, "application/pdf", "binary", "image/*", "200"),
        (302, "text/html", "text", "", ""),
        (500, "text/html", "text", "", "default"),
    ],
)
def test_documented(
    decoder: Any, status: int, content_type: str, kind: str, model: str, key: str
) -> None:
    for _ in range(2):  # the second time from memory
        choice = decoder.choose(status, content_type, b"?")
        assert choice.kind == kind
        assert (choice.media.model if choice.media else "") == model
        assert choice.status == key
        assert choice.is_error is (status >= 400)


def test_defaults_of_errors_describe_no_success(make_operation: Any) -> None:
    both = compile_decoder(make_operation(replies={"200": []}, errors=ERRORS))
    only = compile_decoder(make_operation(errors=ERRORS))

    assert both.choose(202, JSON, b"{}").media is None
    assert both.choose(202, JSON, b"{}").kind == "json"
    assert only.choose(202, JSON, b"{}").media.model == "Any"


@pytest.mark.parametrize("content_type", ["", "text/plain", "text/html; charset=utf-8"])
def test_json_that_says_it_is_something_else(decoder: Any, content_type: str) -> None:
    choice = decoder.choose(200, content_type, b' \r\n{"a":1}')

    assert (choice.kind, choice.media.model) == ("json", JSON)
    assert decoder.choose(500, content_type, b"<html>").kind == "text"
    assert decoder.choose(200, content_type, b'{"a":1}').kind == "json"


@pytest.mark.parametrize(
    ("content_type", "body", "kind"),
    [
        ("", b"[1]", "json"),
        ("", b"\xef\xbb\xbf{}", "json"),
        ("", b"plain", "text"),
        ("", "ü".encode() * 1000, "text"),
        ("", b"x" + "ü".encode() * 1000, "text"),
        ("", b"\xff\x00", "binary"),
        ("", b"a\0b", "binary"),
        ("", None, "binary"),
        ("application/x-ndjson", b"{}\n{}", "jsonl"),
        ("application/atom+xml", b"<a/>", "xml"),
        ("text/vtt", b"{", "text"),
        ("application/zip", b"PK", "binary"),
    ],
)
def test_undocumented(make_operation: Any, content_type: str, body: Any, kind: str) -> None:
    choice = compile_decoder(make_operation()).choose(200, content_type, body)

    assert (choice.kind, choice.media, choice.status) == (kind, None, "")


@pytest.mark.parametrize(
    ("status", "body", "length"),
    [(204, None, None), (205, b"x", None), (304, None, 12), (200, b"", None), (200, None, 0)],
)
def test_empty(decoder: Any, status: int, body: Any, length: Any) -> None:
    assert decoder.choose(status, JSON, body, length=length).kind == "empty"


def test_head_has_no_body(make_operation: Any) -> None:
    decoder = compile_decoder(make_operation(method="head", replies=REPLIES))

    assert decoder.choose(200, JSON, length=1000).kind == "empty"


def test_a_range_that_is_json_by_document_but_not_in_fact(make_operation: Any) -> None:
    replies = {"200": [media("*/*", "json", "Thing")]}
    decoder = compile_decoder(make_operation(replies=replies))

    assert decoder.choose(200, "application/json", b"{}").media.model == "Thing"
    assert decoder.choose(200, "application/hal+json", b"{}").media.model == "Thing"
    assert decoder.choose(200, "text/html", b"<html>").media is None
    assert decoder.choose(200, "text/html", b"{}").media.model == "Thing"
    assert decoder.choose(200, "text/html", b"<html>").kind == "text"


def test_specific_ranges_come_first(make_operation: Any) -> None:
    documented = [media("*/*", "binary"), media("text/*", "text"), media("text/csv", "text")]
    decoder = compile_decoder(make_operation(replies={"200": documented}))

    chosen = [
        decoder.choose(200, name, b"x").media.content_type
        for name in ("text/csv", "text/plain", "application/zip")
    ]
    assert chosen == ["text/csv", "text/*", "*/*"]


def test_an_undocumented_binary_type_is_the_documented_one(make_operation: Any) -> None:
    decoder = compile_decoder(make_operation(replies={"200": [media("application/pdf", "binary")]}))

    assert decoder.choose(200, "", b"%PDF-1.7").media.content_type == "application/pdf"
    assert decoder.choose(200, "application/octet-stream", b"%PDF").media is not None


def test_memory_is_bounded(decoder: Any) -> None:
    for number in range(1000):
        assert decoder.choose(200, f"application/json; x={number}", b"{}").kind == "json"


@pytest.mark.parametrize(
    ("content", "content_type", "expected"),
    [
        ("ü".encode(), "", "ü"),
        (b"\xfc", "text/plain; charset=ISO-8859-1", "ü"),
        (b"\xfc", 'text/plain; a=b; Charset="latin-1"', "ü"),
        (b"\xfc", "", "\ufffd"),
        (b"\xef\xbb\xbfa", "text/plain; charset=latin-1", "a"),
        ("ü".encode("utf-16"), "", "ü"),
        (b"a", "text/plain; charset=no-such-thing", "a"),
        (b"a", "text/plain; charset=base64", "a"),
        (b"a", "text/plain; charset=", "a"),
        (b"", "", ""),
    ],
)
def test_text(content: bytes, content_type: str, expected: str) -> None:
    assert decode_text(content, content_type) == expected


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        ('"ü"'.encode(), ""),
        ('"ü"'.encode(), "application/json; charset=iso-8859-1"),
        ('"ü"'.encode("latin-1"), "application/json; charset=iso-8859-1"),
        ('"ü"'.encode("utf-8-sig"), ""),
        ('"ü"'.encode("utf-16"), ""),
        ('"ü"'.encode("utf-16-le"), "application/json; charset=utf-16le"),
    ],
)
def test_json_comes_out_as_utf8(content: bytes, content_type: str) -> None:
    assert utf8_json(content, content_type) == '"ü"'.encode()


def test_accept_names_what_is_documented(make_operation: Any) -> None:
    documented = compile_decoder(make_operation(replies=REPLIES)).accept

    assert documented == ("application/json, text/csv, application/xml, image/*, text/event-stream")
    assert compile_decoder(make_operation()).accept == "application/json, */*;q=0.5"
