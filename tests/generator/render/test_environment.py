"""Templates print code only, and know every name they use."""

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from connector_generator.plan.code import Code
from connector_generator.render.environment import UnsafeTextError, environment


def _render(tmp_path: Path, template: str, **values: object) -> str:
    (tmp_path / "t.jinja").write_text(template)
    return environment(tmp_path).get_template("t.jinja").render(values)


def test_text_that_is_not_code_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafeTextError):
        _render(tmp_path, "{{ text }}", text="import os")
    assert _render(tmp_path, "{{ text }}", text=Code("a < 'b'")) == "a < 'b'"


def test_macros_may_print_code(tmp_path: Path) -> None:
    template = "{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(code) }}"
    assert _render(tmp_path, template, code=Code('"x"')) == '<"x">'


def test_undefined_names_are_errors(tmp_path: Path) -> None:
    with pytest.raises(UndefinedError):
        _render(tmp_path, "{{ nothing }}")


def test_one_template_can_be_replaced(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for folder in (ours, theirs):
        folder.mkdir()
        (folder / "a.jinja").write_text(folder.name)
    (ours / "b.jinja").write_text("ours")
    engine = environment(ours, theirs)
    assert engine.get_template("a.jinja").render() == "theirs"
    assert engine.get_template("b.jinja").render() == "ours"
