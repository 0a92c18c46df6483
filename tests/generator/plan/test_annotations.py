"""Types as annotations, by the two ways that must agree: ours and datamodel-code-generator's."""

import pytest

from connector_generator.diagnostics import Diagnostics
from connector_generator.ir.types import (
    AnyValue,
    ArrayOf,
    Binary,
    Discriminator,
    Enumeration,
    MapOf,
    Nullable,
    OneOf,
    Reference,
    Scalar,
    TupleOf,
    Type,
)
from connector_generator.plan import hints as hints_module
from connector_generator.plan.annotations import (
    annotation,
    either,
    model_view,
    plain,
    request_view,
)
from connector_generator.plan.hints import hints
from tests.generator.plan.pieces import NUMBER, TEXT, alias, prop, record, types

TYPES = types(
    record("Cat", prop("name")),
    record("Dog", prop("name")),
    record("Empty"),
    alias("Pet", OneOf((Reference("Cat"), Reference("Dog")))),
)
PLAIN: list[tuple[Type, str]] = [
    *((Scalar(kind), kind) for kind in ("str", "int", "float", "bool", "Decimal", "datetime")),
    *((Scalar(kind), kind) for kind in ("date", "time", "bytes", "UUID", "None")),
    (AnyValue(), "Any"),
    (Binary(), "bytes"),
    (Enumeration(("a", "b")), "Literal['a', 'b'] | str"),
    (Enumeration(("a", "b"), open=True), "str | Literal['a', 'b']"),
    (Enumeration((1, 2)), "Literal[1, 2] | int"),
    (Enumeration((True,)), "Literal[True] | bool"),
    (Enumeration((1, "a")), "Literal[1, 'a'] | int | str"),
    (Enumeration((0.5, 1)), "float | int"),
    (Enumeration(("it's", 'say "hi"\\', "\n\0")), ""),
    (ArrayOf(TEXT), "list[str]"),
    (ArrayOf(Nullable(Reference("Cat"))), "list[Cat | None]"),
    (TupleOf((TEXT, NUMBER)), "list[str | int]"),
    (MapOf(AnyValue()), "dict[str, Any]"),
    (MapOf(Reference("Cat")), "dict[str, Cat]"),
    (Reference("Cat"), "Cat"),
    (Reference("Pet"), "Pet"),
    (Reference("Nowhere"), "Any"),
    (OneOf((TEXT, Reference("Cat"))), "str | Cat"),
    (OneOf((TEXT, AnyValue())), "Any"),
    (OneOf((NUMBER, ArrayOf(NUMBER))), "int | list[int]"),
]


@pytest.mark.parametrize(("type_", "expected"), PLAIN)
def test_both_ways_give_the_same_text(type_: Type, expected: str) -> None:
    ours = annotation(type_, model_view(TYPES))
    assert not expected or ours == expected
    diagnostics = Diagnostics()
    assert hints([type_], TYPES, diagnostics)[type_] == ours
    assert not len(diagnostics)


def test_an_enumeration_of_one_is_not_one_of_true() -> None:
    one, true = Enumeration((1,)), Enumeration((True,))
    found = hints([one, true], TYPES, Diagnostics())
    assert (found[one], found[true]) == ("Literal[1] | int", "Literal[True] | bool")


def test_several_models_in_one_place_keep_room_for_unknown_ones() -> None:
    best_fit = OneOf((Reference("Cat"), Reference("Dog")))
    tagged = OneOf(best_fit.members, Discriminator("kind", (("c", "Cat"), ("d", "Dog"))))
    view = model_view(TYPES)
    assert annotation(best_fit, view) == "Annotated[Cat | Dog | UnknownVariant, Variants()]"
    assert annotation(tagged, view) == (
        "Annotated[Cat | Dog | UnknownVariant, Tagged('kind', {'c': 'Cat', 'd': 'Dog'})]"
    )
    assert hints([tagged], TYPES, Diagnostics())[tagged] == annotation(tagged, view)


def test_requests_take_typed_dicts_and_models_where_there_are_some() -> None:
    view = request_view(TYPES, frozenset({"Cat"}), "params.")
    assert annotation(Reference("Cat"), view) == "params.CatParams | models.Cat"
    assert annotation(Reference("Dog"), view) == "params.DogParams"
    assert annotation(Reference("Empty"), view) == "dict[str, Any]"
    assert annotation(Reference("Nowhere"), view) == "Any"
    assert annotation(ArrayOf(Binary()), view) == "list[FileInput]"
    assert annotation(OneOf((Reference("Dog"), TEXT)), view) == "params.DogParams | str"


def test_a_type_the_generator_refuses_becomes_a_json_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parse = hints_module._parse  # pyright: ignore[reportPrivateUsage]

    def refuse(shapes: list[str]) -> list[str]:
        if any("array" in shape for shape in shapes):
            raise ValueError("refused")
        return parse(shapes)

    monkeypatch.setattr(hints_module, "_parse", refuse)
    diagnostics = Diagnostics()
    found = hints([TEXT, ArrayOf(TEXT)], TYPES, diagnostics)
    assert (found[TEXT], found[ArrayOf(TEXT)]) == ("str", "Any")
    assert [each.code for each in diagnostics] == ["type-not-generated"]


def test_either_removes_repetitions_and_puts_none_last() -> None:
    assert either(["str", "None", "str | int"]) == "str | int | None"
    assert either(["str", "Any"]) == "Any"
    assert either([]) == "Any"
    assert either(["Literal['a | b'] | str", "list[int | str]"]) == (
        "Literal['a | b'] | str | list[int | str]"
    )


def test_quoted_annotations_hold_nothing_that_needs_escaping() -> None:
    assert plain(Enumeration(("a", "it's"))) == OneOf((TEXT,))
    assert plain(Enumeration(("a", "b"))) == Enumeration(("a", "b"))
    awkward = Discriminator("ki\\nd", (("c", "Cat"),))
    assert plain(OneOf((Reference("Cat"),), awkward)) == OneOf((Reference("Cat"),))
    assert plain(Nullable(ArrayOf(MapOf(Enumeration(('"',)))))) == Nullable(
        ArrayOf(MapOf(OneOf((TEXT,))))
    )
