"""JSON by the standard library, without what it silently accepts."""

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.source.json_reader import read_json


def test_json_is_read() -> None:
    text = '{"a": [1, 2.5, true, null, "\\ud83d\\ude00"], "big": 123456789012345678901234567890}'
    assert read_json(text, "f.json") == {
        "a": [1, 2.5, True, None, "\U0001f600"],
        "big": 123456789012345678901234567890,
    }


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{\n  "a": 1,\n  "b": {"a": [1]},\n  "a": 2\n}', "duplicate-key", 4, 3),
        ('{"a": [{"x": 1}, {"y": 1, "y": 2}]}', "duplicate-key", 1, 27),
        ('{"a": "\\"a\\": 1", "b": 1, "\\u0062": 2}', "duplicate-key", 1, 27),
        ('{"a": 1,}', "json-syntax", 1, 9),
        ('{"a": 1\n "b": 2}', "json-syntax", 2, 2),
        ('{"a": "NaN",\n "b": NaN}', "json-number", 2, 7),
        ('{"a": -Infinity}', "json-number", 1, 7),
        ('{"a": 1e999}', "json-number", 1, 7),
    ],
)
def test_errors_name_line_and_column(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(InputError) as caught:
        read_json(text, "f.json")
    error = caught.value
    assert (error.code, error.location.line, error.location.column) == (code, line, column)
    assert error.help


def test_a_duplicate_names_both_places() -> None:
    with pytest.raises(InputError, match=r"`a` is given twice .first at line 1, column 2"):
        read_json('{"a": 1, "a": 2}', "f.json")


@pytest.mark.parametrize("depth", [201, 900, 50_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    with pytest.raises(InputError) as caught:
        read_json('{"a":' * depth + "1" + "}" * depth, "f.json")
    assert caught.value.code == "too-deep"
    assert caught.value.location.column == 200 * 5 + 1


def test_too_many_digits_are_refused() -> None:
    with pytest.raises(InputError) as caught:
        read_json("9" * 5000, "f.json")
    assert caught.value.code == "json-number"
