"""The rows of "Style Examples" in OpenAPI 3.1.1 and 3.2, and what is made of the gaps."""

from typing import Any

import pytest

from connector_runtime.client.wire.styles import TABLE

STRING = "blue"
ARRAY = ["blue", "black", "brown"]
OBJECT = {"R": 100, "G": 200, "B": 150}

PATH = [
    ("simple", False, STRING, "blue"),
    ("simple", True, STRING, "blue"),
    ("simple", False, ARRAY, "blue,black,brown"),
    ("simple", True, ARRAY, "blue,black,brown"),
    ("simple", False, OBJECT, "R,100,G,200,B,150"),
    ("simple", True, OBJECT, "R=100,G=200,B=150"),
    ("label", False, STRING, ".blue"),
    ("label", True, STRING, ".blue"),
    ("label", False, ARRAY, ".blue,black,brown"),
    ("label", True, ARRAY, ".blue.black.brown"),
    ("label", False, OBJECT, ".R,100,G,200,B,150"),
    ("label", True, OBJECT, ".R=100.G=200.B=150"),
    ("matrix", False, STRING, ";color=blue"),
    ("matrix", True, STRING, ";color=blue"),
    ("matrix", False, ARRAY, ";color=blue,black,brown"),
    ("matrix", True, ARRAY, ";color=blue;color=black;color=brown"),
    ("matrix", False, OBJECT, ";color=R,100,G,200,B,150"),
    ("matrix", True, OBJECT, ";R=100;G=200;B=150"),
]

QUERY = [
    ("form", False, "", "color="),
    ("form", True, "", "color="),
    ("form", False, STRING, "color=blue"),
    ("form", True, STRING, "color=blue"),
    ("form", False, ARRAY, "color=blue,black,brown"),
    ("form", True, ARRAY, "color=blue&color=black&color=brown"),
    ("form", False, OBJECT, "color=R,100,G,200,B,150"),
    ("form", True, OBJECT, "R=100&G=200&B=150"),
    ("spaceDelimited", False, ARRAY, "color=blue%20black%20brown"),
    ("spaceDelimited", False, OBJECT, "color=R%20100%20G%20200%20B%20150"),
    ("pipeDelimited", False, ARRAY, "color=blue%7Cblack%7Cbrown"),
    ("pipeDelimited", False, OBJECT, "color=R%7C100%7CG%7C200%7CB%7C150"),
    ("deepObject", True, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
]

QUERY_BEYOND = [
    ("spaceDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
    ("pipeDelimited", True, ARRAY, "color=blue&color=black&color=brown"),
    ("spaceDelimited", False, STRING, "color=blue"),
    ("pipeDelimited", True, OBJECT, "R=100&G=200&B=150"),
    ("deepObject", False, OBJECT, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ("deepObject", True, STRING, "color=blue"),
    ("deepObject", True, ARRAY, "color%5B0%5D=blue&color%5B1%5D=black&color%5B2%5D=brown"),
    ("simple", False, ARRAY, "color=blue,black,brown"),
]

HEADER = [
    (False, STRING, "blue"),
    (False, ARRAY, "blue,black,brown"),
    (True, ARRAY, "blue,black,brown"),
    (False, OBJECT, "R,100,G,200,B,150"),
    (True, OBJECT, "R=100,G=200,B=150"),
]

COOKIE = [
    (False, "", "color="),
    (False, STRING, "color=blue"),
    (False, ARRAY, "color=blue,black,brown"),
    (True, ARRAY, "color=blue; color=black; color=brown"),
    (False, OBJECT, "color=R,100,G,200,B,150"),
    (True, OBJECT, "R=100; G=200; B=150"),
]


@pytest.mark.parametrize(("style", "explode", "value", "expected"), PATH)
def test_path(send_one: Any, style: str, explode: bool, value: Any, expected: str) -> None:
    request = send_one(value, "path", style=style, explode=explode)

    assert request.path == f"/it/{expected}"


@pytest.mark.parametrize(("style", "explode", "value", "expected"), QUERY + QUERY_BEYOND)
def test_query(send_one: Any, style: str, explode: bool, value: Any, expected: str) -> None:
    request = send_one(value, "query", style=style, explode=explode)

    assert request.query == expected
    assert request.target == f"/it?{expected}"


@pytest.mark.parametrize(("explode", "value", "expected"), HEADER)
def test_header(send_one: Any, explode: bool, value: Any, expected: str) -> None:
    request = send_one(value, "header", explode=explode)

    assert list(request.headers) == [("color", expected)]


@pytest.mark.parametrize("style", ["form", "cookie"])
@pytest.mark.parametrize(("explode", "value", "expected"), COOKIE)
def test_cookie(send_one: Any, style: str, explode: bool, value: Any, expected: str) -> None:
    request = send_one(value, "cookie", style=style, explode=explode)

    assert list(request.headers) == [("Cookie", expected)]


@pytest.mark.parametrize("location", ["query", "header", "cookie"])
@pytest.mark.parametrize("style", ["form", "simple", "cookie", "deepObject", "pipeDelimited"])
@pytest.mark.parametrize("nothing", [None, [], {}])
def test_nothing_is_not_sent(send_one: Any, location: str, style: str, nothing: Any) -> None:
    request = send_one(nothing, location, style=style, explode=True)

    assert request.query == ""
    assert list(request.headers) == []


def test_null_is_left_out_of_arrays_and_objects(send_one: Any) -> None:
    array = send_one(["a", None, "b"], "query", explode=False)
    members = send_one({"a": 1, "b": None}, "query", explode=True)
    deep = send_one({"a": {"b": None, "c": 1}}, "query", style="deepObject")

    assert array.query == "color=a,b"
    assert members.query == "a=1"
    assert deep.query == "color%5Ba%5D%5Bc%5D=1"


@pytest.mark.parametrize("explode", [False, True])
@pytest.mark.parametrize("shape", ["scalar", "array", "object"])
def test_every_style_has_all_its_rows(explode: bool, shape: str) -> None:
    styles = {(location, style) for location, style, _, _ in TABLE}

    assert len(styles) == 10
    assert all((location, style, explode, shape) in TABLE for location, style in styles)
