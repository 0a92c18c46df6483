"""ECMA-262 patterns in the words of Python."""

import re

import pytest

from connector_generator.normalise.patterns import translate


@pytest.mark.parametrize(
    ("given", "expected", "matching", "other"),
    [
        (r"^\d+$", r"^\d+$", "12", "a"),
        (r"/^a\/b$/i", "(?i)^a/b$", "A/b", "ab"),
        (r"^(?<year>\d{4})$", r"^(?P<year>\d{4})$", "2020", "20"),
        (r"^\p{L}+$", r"^[^\W\d_]+$", "äb", "1"),
        (r"^[[a]$", r"^[\[a]$", "[", "b"),
        (r"^{.*}$", r"^\{.*}$", "{x}", "x"),
        (r"^[^]$", r"^[\s\S]$", "\n", ""),
        (r"^\u{1F600}$", "^😀$", "😀", "a"),
        (r"^\_\-\@$", r"^_\-@$", "_-@", "a"),
        (r"^(?!b)(?=.*\p{L})\w+$", r"^(?!b)(?=.*[^\W\d_])\w+$", "a1", "b1"),
    ],
)
def test_translated(given: str, expected: str, matching: str, other: str) -> None:
    assert translate(given) == expected
    assert re.search(expected, matching)
    assert not re.search(expected, other)


@pytest.mark.parametrize("given", ["(?<=a+)b", "(", "[z-a]", r"[\p{L}\p{M}]", r"\cA", r"(a)\2"])
def test_beyond_python(given: str) -> None:
    assert translate(given) is None
