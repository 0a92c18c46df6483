"""Imports are exactly what a module uses, and a shadowed name gets another spelling."""

import pytest

from connector_generator.plan.bindings import Bindings
from connector_generator.plan.code import identifier, literal


def test_only_used_names_are_imported_in_the_order_of_import_sorters() -> None:
    bindings = Bindings(origins={"Cat": ".cat"})
    assert bindings.bind("datetime | list[Cat] | Literal['date', 'Cat'] | None") == (
        'datetime | list[Cat] | Literal["date", "Cat"] | None'
    )
    bindings.use("Model")
    imports = bindings.imports()
    assert imports.standard == (
        "from datetime import datetime",
        "from typing import TYPE_CHECKING, Literal",
    )
    assert imports.foreign == ("from connector_runtime.client import Model",)
    assert imports.own == ()
    assert imports.typing_own == ("from .cat import Cat",)


def test_names_for_type_checkers_only_stand_apart() -> None:
    bindings = Bindings()
    bindings.use("OMIT")
    bindings.bind("Decimal | models.Cat | Omit", "typing")
    imports = bindings.imports()
    assert imports.typing_only
    assert imports.typing_standard == ("from decimal import Decimal",)
    assert imports.typing_foreign == ("from connector_runtime.client import Omit",)
    assert imports.typing_own == ("from .. import models",)


def test_a_module_without_needs_imports_nothing() -> None:
    imports = Bindings().imports()
    assert not imports.typing_only
    assert imports.standard == imports.foreign == imports.own == ()


@pytest.mark.parametrize(
    ("taken", "annotation", "spelled", "statement"),
    [
        ("list", "list[str]", "builtins.list[str]", "import builtins"),
        ("date", "date", "_date", "from datetime import date as _date"),
        ("models", "models.Cat", "_models.Cat", "from .. import models as _models"),
        ("Any", "Any", "_Any", "from typing import Any as _Any"),
    ],
)
def test_a_shadowed_name_is_spelled_differently(
    taken: str, annotation: str, spelled: str, statement: str
) -> None:
    bindings = Bindings({taken})
    assert bindings.bind(annotation) == spelled
    imports = bindings.imports()
    assert statement in (*imports.standard, *imports.foreign, *imports.own)


@pytest.mark.parametrize("name", ["class", "a b", "a\nb", "", "1a", "a;import os"])
def test_only_identifiers_become_names(name: str) -> None:
    with pytest.raises(ValueError, match="not a Python name"):
        identifier(name)


@pytest.mark.parametrize(
    "value", ["plain", "it's", 'say "hi"', "both ' and \"", "\\", "\n\r\0\u2028\x7f", "é", ""]
)
def test_literals_mean_what_they_say(value: str) -> None:
    assert eval(literal(value), {"__builtins__": {}}) == value
    assert literal(value).isprintable()
