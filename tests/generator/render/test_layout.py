"""Our line breaks are the formatters' line breaks."""

import pytest

from connector_generator.plan.code import Code
from connector_generator.plan.package import Argument, Field
from connector_generator.render.black_worker import format_each
from connector_generator.render.layout import (
    bracketed,
    class_head,
    field,
    import_statement,
    parameters,
)

NAME = "AVeryLongNameOfAModelThatFillsMuchOfALineAllByItself"
LONG = "models.AVeryLongNameOfAModelThatFillsMuchOfALineAllByItself"


def _stable(source: str) -> None:
    assert format_each({"a.py": source}) == {"a.py": source}


@pytest.mark.parametrize("count", range(1, 9))
@pytest.mark.parametrize(
    "annotation",
    ["str", LONG, f"{LONG} | str", f"list[{LONG}] | {LONG} | str", f"dict[str, {LONG}{LONG[7:]}]"],
)
def test_signatures(count: int, annotation: str) -> None:
    items = [Argument(Code(f"a{n}"), Code(annotation), Code("OMIT")) for n in range(count)]
    head = parameters("def method(", (), items, ") -> None:", 4)
    _stable(f"class A:\n    {head}\n        return None\n")


@pytest.mark.parametrize("name", ["a", "a_much_longer_name_of_an_attribute_of_a_model"])
@pytest.mark.parametrize("default", ["", "None", 'Field(default=None, alias="x")'])
@pytest.mark.parametrize(
    "annotation",
    [
        "str",
        f"{NAME} | None",
        f"{NAME} | list[{NAME}] | None",
        f"Required[{NAME}{NAME}]",
        f"Required[list[{NAME}] | {NAME}]",
        f"{NAME}{NAME}",
    ],
)
def test_attributes(name: str, default: str, annotation: str) -> None:
    if default and "|" not in annotation:
        annotation = f"{annotation} | None"
    made = field(Field(Code(name), Code(annotation), Code(default), ""))
    _stable(f"class A:\n    {made}\n")


@pytest.mark.parametrize("length", [1, 60, 90, 120])
def test_calls_imports_and_class_heads(length: int) -> None:
    name = "n" * length
    _stable(f"class A:\n    def f(self):\n        {bracketed('return f(', (name, 'b'), ')', 8)}\n")
    _stable(f"{import_statement(f'from .module import {name} as {name}, b as b')}\n")
    _stable(f"{class_head(name, ('TypedDict', 'total=False'))}\n    pass\n")
