"""Pointers to lines and columns, lazily and in both formats."""

import pytest

from connector_generator.source.load import load

YAML = """\
openapi: 3.1.0
paths:
  /pets/{id}:
    get:
      tags: [a, b]
      responses:
        200: &ok
          description: fine
        default: *ok
base: &base {x: 1}
more:
  <<: *base
  y: 2
"""

JSON = '{\n "a": {"b": [1, {"c": "x,}]\\"y"}],\n  "d": null},\n "e~/": true\n}\n'


@pytest.mark.parametrize(
    ("pointer", "line", "column", "known"),
    [
        ("", 1, 1, ""),
        ("/openapi", 1, 1, "/openapi"),
        ("/paths/~1pets~1{id}/get", 4, 5, "/paths/~1pets~1{id}/get"),
        ("#/paths/~1pets~1{id}/get/tags/1", 5, 17, "/paths/~1pets~1{id}/get/tags/1"),
        (
            "/paths/~1pets~1{id}/get/responses/200/description",
            8,
            11,
            "/paths/~1pets~1{id}/get/responses/200/description",
        ),
        (
            "/paths/~1pets~1{id}/get/responses/default/description",
            8,
            11,
            "/paths/~1pets~1{id}/get/responses/default/description",
        ),
        ("/paths/~1pets~1{id}/post/x", 3, 3, "/paths/~1pets~1{id}"),
        ("/more/x", 10, 14, "/more/x"),
        ("/nothing", 1, 1, ""),
    ],
)
def test_yaml(pointer: str, line: int, column: int, known: str) -> None:
    place = load(YAML.encode(), "f.yaml").locate(pointer)
    assert (place.file, place.line, place.column, place.pointer) == ("f.yaml", line, column, known)


@pytest.mark.parametrize(
    ("pointer", "line", "column", "known"),
    [
        ("", 1, 1, ""),
        ("/a", 2, 2, "/a"),
        ("/a/b/0", 2, 14, "/a/b/0"),
        ("/a/b/1/c", 2, 18, "/a/b/1/c"),
        ("/a/d", 3, 3, "/a/d"),
        ("/a/d/deeper", 3, 3, "/a/d"),
        ("/e~0~1", 4, 2, "/e~0~1"),
        ("/zzz", 1, 1, ""),
    ],
)
def test_json(pointer: str, line: int, column: int, known: str) -> None:
    place = load(JSON.encode(), "f.json").locate(pointer)
    assert (place.line, place.column, place.pointer) == (line, column, known)
