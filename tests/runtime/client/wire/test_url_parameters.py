"""Path and query: what is escaped, and what is refused."""

from typing import Any

import pytest

from connector_runtime.client.wire.problems import ArgumentError


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a/b", "a%2Fb"),
        ("a b", "a%20b"),
        ("a#b?c", "a%23b%3Fc"),
        ("a%2Fb", "a%252Fb"),
        ("ü", "%C3%BC"),
        ("a;b=c,d", "a%3Bb%3Dc%2Cd"),
        ("a\nb", "a%0Ab"),
        ("-._~", "-._~"),
        ("...", "..."),
        ("v1.2..3", "v1.2..3"),
        (".hidden", ".hidden"),
        (7, "7"),
        (True, "true"),
    ],
)
def test_a_path_value_stays_in_its_segment(send_one: Any, value: Any, expected: str) -> None:
    assert send_one(value, "path").path == f"/it/{expected}"


@pytest.mark.parametrize(
    "value",
    [
        "..",
        ".",
        "%2e%2e",
        "%2E.",
        "%252e%252e",
        "../admin",
        "a/../b",
        "..\\admin",
        "a/%2e%2e/b",
        ["..", "a/.."],
    ],
)
@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
def test_dot_segments_are_refused(send_one: Any, value: Any, style: str) -> None:
    with pytest.raises(ArgumentError, match="dot segments") as caught:
        send_one(value, "path", style=style)

    assert caught.value.pointer.startswith("/color")
    assert caught.value.code == "VALIDATION_FAILED"


@pytest.mark.parametrize("value", ["", None, [], {}, [None]])
@pytest.mark.parametrize("style", ["simple", "label", "matrix"])
def test_empty_path_values_are_refused(send_one: Any, value: Any, style: str) -> None:
    with pytest.raises(ArgumentError, match="empty value"):
        send_one(value, "path", style=style)


def test_dots_of_the_path_and_of_arguments_do_not_meet(send: Any) -> None:
    parameters = [
        {"name": name, "wire": name, "location": "path", "style": "simple"} for name in "ab"
    ]
    line = {"path": "/x/{a}{b}/y", "parameters": parameters}

    assert send({"a": "x.", "b": "y"}, **line).path == "/x/x.y/y"
    with pytest.raises(ArgumentError):
        send({"a": ".", "b": "."}, **line)
    with pytest.raises(ArgumentError):
        send({"a": "."}, path="/x/.{a}", parameters=parameters[:1])


def test_one_placeholder_twice(send: Any) -> None:
    parameter = {"name": "id", "wire": "a.b-c", "location": "path", "style": "simple"}

    request = send({"id": "x"}, path="/{a.b-c}/y/{a.b-c}", parameters=[parameter])

    assert request.path == "/x/y/x"


def test_placeholders_without_a_parameter_are_strings(send: Any) -> None:
    assert send({"id": "a b"}, path="/things/{id}").path == "/things/a%20b"
    with pytest.raises(ArgumentError, match="'id' is required"):
        send({}, path="/things/{id}")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/a b/ü", "/a%20b/%C3%BC"),
        ("/a%20b", "/a%20b"),
        ("/a:b@c", "/a:b@c"),
        ("a", "/a"),
        ("/", "/"),
        ("/a/", "/a/"),
        ("/a{b", "/a%7Bb"),
        ("/a\r\nb", "/a%0D%0Ab"),
    ],
)
def test_fixed_text_of_paths(send: Any, path: str, expected: str) -> None:
    assert send({}, path=path).path == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/foo?action=bar", "/foo?action=bar&color=red"),
        ("/foo#variant", "/foo?color=red"),
        ("/foo?action=bar#variant", "/foo?action=bar&color=red"),
        ("/foo?a b", "/foo?a%20b&color=red"),
    ],
)
def test_queries_of_paths_are_kept_and_fragments_are_not(
    send: Any, path: str, expected: str
) -> None:
    parameter = {"name": "color", "wire": "color", "location": "query"}

    assert send({"color": "red"}, path=path, parameters=[parameter]).target == expected


def test_queries_escape_everything_reserved(send_one: Any) -> None:
    request = send_one("a+b&c=d e/f?g#h[i]", "query")

    assert request.query == "color=a%2Bb%26c%3Dd%20e%2Ff%3Fg%23h%5Bi%5D"


def test_reserved_characters_where_they_are_allowed(send_one: Any) -> None:
    value = "a:/?#[]@!$&'()*+,;=%41% é"

    query = send_one(value, "query", allow_reserved=True).query
    path = send_one("a/b:c?d@e", "path", allow_reserved=True).path

    assert query == "color=a:/?%23%5B%5D@!$%26'()*%2B,;=%41%25%20%C3%A9"
    assert path == "/it/a%2Fb:c%3Fd@e"


def test_names_are_escaped_too(send: Any) -> None:
    parameter = {"name": "x", "wire": "filter[a b]&c=", "location": "query"}

    request = send({"x": "1"}, parameters=[parameter])

    assert request.query == "filter%5Ba%20b%5D%26c%3D=1"


def test_keys_of_objects_cannot_add_parameters(send_one: Any) -> None:
    request = send_one({"a&admin=1": "x"}, "query")

    assert request.query == "a%26admin%3D1=x"


def test_deep_objects_nest(send_one: Any) -> None:
    value = {"created": {"gte": 1}, "tags": ["a", {"b": True}]}

    request = send_one(value, "query", style="deepObject")

    assert request.query == (
        "color%5Bcreated%5D%5Bgte%5D=1&color%5Btags%5D%5B0%5D=a&color%5Btags%5D%5B1%5D%5Bb%5D=true"
    )


def test_deeper_values_are_json_where_styles_have_no_word_for_them(send_one: Any) -> None:
    assert send_one({"a": {"b": 1}}, "query").query == "a=%7B%22b%22%3A1%7D"
    assert send_one([[1, 2]], "query").query == "color=%5B1%2C2%5D"


def test_content_parameters_are_json(send_one: Any) -> None:
    query = send_one({"a": "ü"}, "query", content_type="application/json").query
    path = send_one([1], "path", content_type="application/json").path
    text = send_one(True, "query", content_type="text/plain").query

    assert query == "color=%7B%22a%22%3A%22%C3%BC%22%7D"
    assert path == "/it/%5B1%5D"
    assert text == "color=true"


def test_null_in_queries_follows_the_schema(send_one: Any) -> None:
    nullable = {"schema": {"type": "string", "nullable": True}}

    assert send_one(None, "query", **nullable).query == ""
    assert send_one(None, "query", required=True, **nullable).query == "color="
    assert send_one(None, "query", content_type="application/json").query == ""
    json_null = send_one(None, "query", content_type="application/json", **nullable)
    assert json_null.query == "color=null"
    with pytest.raises(ArgumentError, match="'color' is required"):
        send_one(None, "query", required=True)


def test_the_whole_query_as_one_value(send_one: Any) -> None:
    form = "application/x-www-form-urlencoded"
    value = {"foo": "a + b", "bar": True, "many": [1, 2], "deep": {"k": "v"}, "no": None}

    assert send_one(value, "querystring", content_type=form).query == (
        "foo=a+%2B+b&bar=true&many=1&many=2&deep%5Bk%5D=v"
    )
    as_json = send_one({"a": 1}, "querystring", content_type="application/json")
    assert as_json.query == "%7B%22a%22%3A1%7D"
    with pytest.raises(ArgumentError, match="object"):
        send_one("a=b", "querystring", content_type=form)


def test_half_a_surrogate_pair_is_refused(send_one: Any) -> None:
    for location in ("path", "query", "cookie"):
        with pytest.raises(ArgumentError):
            send_one("\ud800", location)


def test_values_that_contain_themselves_are_refused(send_one: Any) -> None:
    loop: dict[str, Any] = {}
    loop["again"] = loop

    for more in ({"style": "deepObject"}, {"style": "form"}):
        with pytest.raises(ArgumentError, match="contains itself"):
            send_one(loop, "query", **more)
