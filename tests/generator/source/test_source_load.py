"""Bytes to trees: encodings and the choice of the reader."""

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.source.load import load


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize(("name", "text"), [("f.yaml", "a: é\n"), ("f.json", '{"a": "é"}')])
def test_encodings(encoding: str, name: str, text: str) -> None:
    assert load(text.encode(encoding), name).tree == {"a": "é"}


def test_json_without_its_suffix() -> None:
    text = '{\n\t"a": "\\ud83d\\ude00"}'
    assert load(text.encode(), "https://h/openapi").tree == {"a": "\U0001f600"}


def test_yaml_in_flow_style() -> None:
    assert load(b"{a: 1, b: [x]}", "f.yaml").tree == {"a": 1, "b": ["x"]}


def test_what_looks_like_json_keeps_its_own_errors() -> None:
    with pytest.raises(InputError) as caught:
        load(b'{"a": 1, "a": 2}', "f.yaml")
    assert caught.value.code == "duplicate-key"


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        load(data, "f.yaml")
    assert caught.value.code == "empty-file"


def test_other_encodings_are_refused_with_their_place() -> None:
    with pytest.raises(InputError) as caught:
        load("a: 1\nb: é\n".encode("latin-1"), "f.yaml")
    error = caught.value
    assert (error.code, error.location.line, error.location.column) == ("bad-encoding", 2, 4)
