"""Whatever the values: they come back the same through strict decoders, and stay in their place."""

import json
import re
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl, unquote, unquote_plus

from hypothesis import assume, given
from hypothesis import strategies as st

from connector_runtime.client.operation import operation_from_json
from connector_runtime.client.wire.decode import compile_decoder, decode_text, utf8_json
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.request import WireRequest, compile_encoder

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NAME = TEXT.filter(bool)
JSON_VALUE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
KEY = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="[]"), min_size=1)
TREE = st.dictionaries(
    KEY,
    st.recursive(
        TEXT, lambda inner: st.dictionaries(KEY, inner, min_size=1, max_size=3), max_leaves=6
    ),
    max_size=4,
)

PCHAR = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-F]{2})"
PATH = re.compile(rf"(?:/{PCHAR}*)+")
QUERY = re.compile(rf"(?:{PCHAR}|[/?])*")


def sent(value: Any, location: str, wire: str = "n", **more: Any) -> WireRequest:
    """A request with one parameter."""
    style = "simple" if location in ("path", "header") else "form"
    parameter = {"name": "n", "wire": wire, "location": location, "style": style, **more}
    path = f"/a/{{{wire}}}/z" if location == "path" else "/a"
    line = {"name": "o", "method_path": "o", "method": "get", "path": path}
    return compile_encoder(operation_from_json({**line, "parameters": [parameter]})).encode(
        {"n": value}
    )


def body(kind: str, content_type: str, value: Any, **more: Any) -> WireRequest:
    """A request with a body."""
    media = {"content_type": content_type, "kind": kind, **more}
    line = {
        "name": "o",
        "method_path": "o",
        "method": "post",
        "path": "/",
        "body": {"media": [media]},
    }
    return compile_encoder(operation_from_json(line)).encode({"body": value})


@given(TEXT, st.sampled_from(["simple", "label", "matrix"]), st.booleans())
def test_paths_come_back(value: str, style: str, reserved: bool) -> None:
    try:
        path = sent(value, "path", style=style, allow_reserved=reserved).path
    except ArgumentError:
        assume(False)
    assert PATH.fullmatch(path)
    assert path.count("/") == 3
    prefix = {"simple": "", "label": ".", "matrix": ";n="}[style]
    segment = path.split("/")[2]
    assert segment.startswith(prefix)
    if not reserved:
        assert unquote(segment.removeprefix(prefix), errors="strict") == value
    assert segment not in ("", ".", "..")


@given(
    st.one_of(st.sampled_from(["..", "%2e", "/", "\\", "a"]), TEXT).flatmap(
        lambda first: st.lists(
            st.sampled_from(["..", ".", "%2e", "%2E", "%25", "/", "\\", "a"]), max_size=4
        ).map(lambda rest: first + "".join(rest))
    )
)
def test_no_path_climbs_for_any_number_of_decodings(value: str) -> None:
    try:
        path = sent(value, "path").path
    except ArgumentError:
        return
    for _ in range(3):
        assert not {".", ".."} & set(path.replace("\\", "/").split("/"))
        path = unquote(path)


@given(TEXT, NAME)
def test_queries_come_back(value: str, name: str) -> None:
    query = sent(value, "query", name).query
    assert QUERY.fullmatch(query)
    assert parse_qsl(query, keep_blank_values=True, strict_parsing=True, errors="strict") == [
        (name, value)
    ]


@given(TEXT)
def test_reserved_values_stay_one_value(value: str) -> None:
    query = sent(value, "query", allow_reserved=True).query
    assert QUERY.fullmatch(query)
    assert query.count("&") == 0
    if "%" not in value:
        assert unquote_plus(query.removeprefix("n=")) == value


@given(st.lists(TEXT, min_size=1, max_size=5), st.sampled_from([",", "%20", "%7C"]))
def test_delimited_arrays_come_back(value: list[str], separator: str) -> None:
    style = {",": "form", "%20": "spaceDelimited", "%7C": "pipeDelimited"}[separator]
    query = sent(value, "query", style=style, explode=False).query
    assert QUERY.fullmatch(query)
    if separator == ",":
        assert [unquote(item) for item in query.removeprefix("n=").split(",")] == value


@given(st.lists(TEXT, min_size=1, max_size=5))
def test_repeated_arrays_come_back(value: list[str]) -> None:
    pairs = parse_qsl(sent(value, "query").query, keep_blank_values=True, strict_parsing=True)
    assert pairs == [("n", item) for item in value]


def unbracketed(pairs: list[tuple[str, str]]) -> Any:
    """The tree that bracketed names describe."""
    root: dict[str, Any] = {}
    for key, text in pairs:
        steps = [part.removesuffix("]") for part in key.split("[")]
        place = root
        for step in steps[:-1]:
            place = place.setdefault(step, {})
        place[steps[-1]] = text
    return root


@given(TREE)
def test_deep_objects_come_back(value: dict[str, Any]) -> None:
    query = sent(value, "query", style="deepObject").query
    assert QUERY.fullmatch(query)
    assert unbracketed(parse_qsl(query, keep_blank_values=True)) == ({"n": value} if value else {})


@given(TREE)
def test_forms_come_back(value: dict[str, Any]) -> None:
    deep = {name: {"style": "deepObject"} for name in value}
    content = body("form", "application/x-www-form-urlencoded", value, encodings=deep).body
    assert isinstance(content, bytes)
    assert re.fullmatch(rb"(?:[A-Za-z0-9._*=&+-]|%[0-9A-F]{2})*", content)
    assert unbracketed(parse_qsl(content.decode(), keep_blank_values=True)) == value


@given(JSON_VALUE)
def test_json_comes_back(value: Any) -> None:
    content = body("json", "application/json", value).body
    assert isinstance(content, bytes)
    assert json.loads(content.decode("utf-8")) == value
    assert utf8_json(content) == content


@given(JSON_VALUE)
def test_json_in_headers_is_one_line_of_ascii(value: Any) -> None:
    assume(value is not None)
    (_, text), *_ = sent(value, "header", content_type="application/json").headers
    assert text.isascii()
    assert not re.search(r"[\x00-\x1f\x7f]", text)
    assert json.loads(text) == value


@given(TEXT)
def test_headers_are_one_line_or_refused(value: str) -> None:
    try:
        headers = list(sent(value, "header").headers)
    except ArgumentError:
        assert not value.isascii() or re.search(r"[\x00-\x08\x0a-\x1f\x7f]", value)
    else:
        text = value.strip(" \t")
        assert headers == [("n", text)] or (headers, text) == ([], "")


@given(TEXT)
def test_cookies_come_back(value: str) -> None:
    ((_, line),) = sent(value, "cookie").headers
    assert re.fullmatch(r"n=[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*", line)
    assert unquote(line.removeprefix("n="), errors="strict") == value


@given(st.dictionaries(NAME, TEXT | st.binary(max_size=50), min_size=1, max_size=4))
def test_multiparts_come_back(fields: dict[str, str | bytes]) -> None:
    request = body("multipart", "multipart/form-data", fields)
    assert isinstance(request.body, bytes)
    boundary = request.content_type.partition("boundary=")[2].encode()
    pieces = request.body.split(b"--" + boundary)
    assert (pieces[0], pieces[-1]) == (b"", b"--\r\n")
    contents = []
    for piece in pieces[1:-1]:
        head, _, content = piece.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        parsed = BytesParser(policy=HTTP).parsebytes(head + b"\r\n\r\n", headersonly=True)
        assert set(parsed.keys()) <= {"Content-Disposition", "Content-Type"}
        assert not re.search(rb"[\x00-\x09\x0b\x0c\x0e-\x1f]", head)
        contents.append(content.removesuffix(b"\r\n"))
    assert contents == [
        value.encode() if isinstance(value, str) else value for value in fields.values()
    ]


@given(st.binary(max_size=200), TEXT, st.integers(100, 599))
def test_replies_never_fail_to_be_classified(
    content: bytes, content_type: str, status: int
) -> None:
    replies = {"200": [{"content_type": "application/json", "kind": "json"}]}
    line = {"name": "o", "method_path": "o", "method": "get", "path": "/", "replies": replies}
    decoder = compile_decoder(operation_from_json(line))

    choice = decoder.choose(status, content_type, content)

    assert choice.kind in {"json", "text", "binary", "xml", "sse", "jsonl", "empty"}
    assert isinstance(decode_text(content, content_type), str)
    utf8_json(content, content_type).decode("utf-8")
