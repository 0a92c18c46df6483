"""YAML as descriptions need it: the core schema, text keys, bounded aliases, places of errors."""

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.source.yaml_reader import read_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("null", None),
        ("~", None),
        ("''", ""),
        ("12", 12),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0x1F", 31),
        ("0o17", 15),
        ("1_000", "1_000"),
        ("12:30", "12:30"),
        ("2024-01-31", "2024-01-31"),
        ("2001-12-14t21:59:43Z", "2001-12-14t21:59:43Z"),
        ("1.50", 1.5),
        (".5", 0.5),
        ("6.", 6.0),
        ("1e3", 1000.0),
        ("1.2.3", "1.2.3"),
        ("1e99999", "1e99999"),
        (".inf", ".inf"),
        (".NaN", ".NaN"),
        ("-", "-"),
        ("=", "="),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("!!int '12'", 12),
        ("!!bool 'true'", True),
        ("!!float '1.5'", 1.5),
        ("!!timestamp 2024-01-31", "2024-01-31"),
        ("!!python/name:os.system x", "x"),
        ("123456789012345678901234567890", 123456789012345678901234567890),
    ],
)
def test_scalars_follow_the_core_schema(text: str, value: object) -> None:
    read = read_yaml(f"- {text}\n" if text != "-" else "- '-'\n", "f.yaml")
    assert read == [value]
    assert type(read[0]) is type(value)


def test_an_integer_too_long_for_python_stays_text() -> None:
    assert read_yaml("9" * 5000, "f.yaml") == "9" * 5000


def test_keys_are_text_as_written() -> None:
    assert read_yaml("200: a\ntrue: b\nnull: c\n1.0: d\nyes: e\n", "f.yaml") == {
        "200": "a",
        "true": "b",
        "null": "c",
        "1.0": "d",
        "yes": "e",
    }


def test_aliases_are_copied() -> None:
    tree = read_yaml("a: &x {n: [1]}\nb: *x\n", "f.yaml")
    assert tree["b"] == tree["a"]
    assert tree["b"] is not tree["a"]
    assert tree["b"]["n"] is not tree["a"]["n"]


def test_a_scalar_and_a_key_may_be_aliases() -> None:
    assert read_yaml("- &k name\n- *k\n- {*k : 1}\n", "f.yaml") == ["name", "name", {"name": 1}]


def test_merge_keys_give_defaults() -> None:
    tree = read_yaml(
        "a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {<<: [*a, *b], z: 3}\nd: {'<<': 1}\n", "f.yaml"
    )
    assert tree["c"] == {"x": 1, "y": 1, "z": 3}
    assert tree["d"] == {"<<": 1}


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a:\n  b: {c: 1, d: {c: 1}, c: 2}\n", "duplicate-key", 2, 24),
        ("a: [1\nb: 2\n", "yaml-syntax", 2, 2),
        ("a:\n\t- b\n", "yaml-syntax", 2, 1),
        ("a: b: c\n", "yaml-syntax", 1, 5),
        ("a: \x01\n", "yaml-syntax", 1, 4),
        ("a: 1\n---\nb: 2\n", "several-documents", 2, 1),
        ("? [a]\n: 1\n", "complex-key", 1, 3),
        ("a: &x [*x]\n", "recursive-alias", 1, 8),
        ("a: *x\n", "unknown-alias", 1, 4),
        ("a: {<<: 1}\n", "bad-merge", 1, 5),
    ],
)
def test_errors_name_line_and_column(text: str, code: str, line: int, column: int) -> None:
    with pytest.raises(InputError) as caught:
        read_yaml(text, "f.yaml")
    error = caught.value
    assert (error.code, error.location.file) == (code, "f.yaml")
    assert (error.location.line, error.location.column) == (line, column)
    assert error.help


def test_a_duplicate_names_both_places() -> None:
    with pytest.raises(InputError, match=r"f.yaml:4:3: .*`b`.*line 2, column 3"):
        read_yaml("a:\n  b: 1\n  c: {b: 1}\n  b: 2\n", "f.yaml")


def test_tabs_get_their_own_advice() -> None:
    with pytest.raises(InputError) as caught:
        read_yaml("a:\n\tb: 1\n", "f.yaml")
    assert "tabs" in caught.value.help


def test_an_alias_bomb_is_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    with pytest.raises(InputError) as caught:
        read_yaml("\n".join(lines), "f.yaml")
    assert caught.value.code == "alias-limit"


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 50_000, "- " * 50_000])
def test_deep_nesting_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        read_yaml(text, "f.yaml")
    assert caught.value.code in {"too-deep", "yaml-syntax"}
    assert caught.value.location.line == 1


def test_comments_alone_mean_nothing() -> None:
    assert read_yaml("# nothing\n", "f.yaml") is None
