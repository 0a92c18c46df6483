"""Nothing of a description ends a docstring early, or means something to a reader of code."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector_generator.plan.code import Code
from connector_generator.plan.package import Doc, Field, ModelClass
from connector_generator.render.docstrings import (
    attribute_doc,
    definition_doc,
    docstring,
    method_doc,
)

HOSTILE = [
    'says "hi"',
    '"""',
    'ends with a quote"',
    "ends with a backslash\\",
    "two at the end\\\\",
    '\\"""',
    '""""""""',
    "{{ braces }} {% raw %}",
    "line\nbreak\r\nand\u2028more\u2029\x85\x0b\x0c",
    "nul\0byte",
    "\ud800",
    "'''",
    '"""\nimport os\n"""',
    "# comment\n#: more",
]


def _value(code: str) -> str:
    module = ast.parse(code)
    assert len(module.body) == 1
    text = ast.get_docstring(module)
    assert text is not None
    return text


@pytest.mark.parametrize("text", HOSTILE)
def test_a_docstring_stays_one_statement(text: str) -> None:
    code = docstring(text)
    assert not code or _value(code)


@given(st.text(alphabet=st.sampled_from("ab\"'\\\n\0{}%#<>&;()[] .\u2028"), max_size=60))
def test_any_text_stays_one_statement(text: str) -> None:
    for code in (docstring(text), attribute_doc(text, 0)):
        if code:
            _value(code)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_method_keeps_its_body(text: str) -> None:
    doc = Doc(text or "x", text, "Complexity 1 (read).", ((Code("name"), text),), text)
    tree = ast.parse(f"def f():\n        {method_doc(doc)}\n        return 1\n")
    function = tree.body[0]
    assert isinstance(function, ast.FunctionDef)
    assert [type(each) for each in function.body] == [ast.Expr, ast.Return]


def test_the_parts_of_a_method_doc() -> None:
    doc = Doc(
        "Create a pet.",
        "Makes one.\n\nNot said.",
        "Complexity 3 (write).",
        ((Code("name"), "What it is called. And more."), (Code("tag"), "")),
        "https://docs.example.com",
    )
    assert _value(method_doc(doc).replace("\n        ", "\n")) == (
        "Create a pet.\n\nMakes one. Complexity 3 (write).\n\nArgs:\n    name: What it is called.\n\n"
        "See https://docs.example.com"
    )


def test_a_summary_is_not_said_twice() -> None:
    assert "Same" not in method_doc(Doc("Same.", "Same", "Complexity 1 (read)."))[9:]


def test_no_line_is_wider_than_the_page() -> None:
    long = "word " * 60
    doc = Doc(long, long, long, ((Code("argument"), long),))
    lines = f"        {method_doc(doc)}".splitlines()
    assert max(map(len, lines)) <= 100


def test_classes_without_text_and_without_members_say_so() -> None:
    empty = ModelClass(Code("A"), (Code("Model"),), "", ())
    assert "names no members" in definition_doc(empty)
    member = Field(Code("a"), Code("str"), Code(""), "")
    assert definition_doc(ModelClass(Code("A"), (Code("Model"),), "", (member,))) == ""
