"""Formatting: two formatters with one result, processes, and a cache."""

from pathlib import Path

import pytest

from connector_generator.render import format_files, formatting
from connector_generator.render.black_worker import FormatterError, format_each

UGLY = {"a.py": "x = {  'a':1 }\n", "b.txt": "x  =  1", "c.py": "y = 1\n"}
PRETTY = {"a.py": 'x = {"a": 1}\n', "b.txt": "x  =  1", "c.py": "y = 1\n"}


@pytest.mark.parametrize("formatter", ["black", "ruff"])
def test_python_files_are_formatted_and_others_passed_through(
    formatter: formatting.Formatter,
) -> None:
    assert format_files(UGLY, formatter) == PRETTY
    assert list(format_files(UGLY, formatter)) == list(UGLY)
    assert format_files({}, formatter) == {}


@pytest.mark.parametrize("formatter", ["black", "ruff"])
def test_code_that_does_not_parse_is_named(formatter: formatting.Formatter) -> None:
    with pytest.raises(FormatterError, match=r"folder/broken\.py"):
        format_files({"folder/broken.py": "def ("}, formatter)


def test_much_is_shared_out_to_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formatting, "_FEW", 10)
    assert format_files(UGLY) == PRETTY
    with pytest.raises(FormatterError, match=r"broken\.py"):
        formatting.black_files({"broken.py": "def (" + "x" * 20})


def test_formatted_text_is_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert format_files(UGLY, cache=tmp_path) == PRETTY

    def refuse(files: dict[str, str]) -> dict[str, str]:
        assert not files
        return {}

    monkeypatch.setattr(formatting, "_black", refuse)
    assert format_files(UGLY, cache=tmp_path) == PRETTY


def test_a_cache_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert format_files(UGLY, cache=blocked) == PRETTY


def test_black_itself_agrees() -> None:
    assert format_each({"a.py": UGLY["a.py"]}) == {"a.py": PRETTY["a.py"]}


def test_names_wider_than_a_line_are_left_to_black() -> None:
    name = "a_name_" * 15
    source = f"def f(\n    a,\n) -> models.{name}:\n    pass\n"
    assert format_files({"a.py": source}) == format_each({"a.py": source})
    assert format_files({"a.py": source}, "ruff") == {"a.py": source}
