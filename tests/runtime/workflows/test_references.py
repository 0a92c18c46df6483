"""References between steps."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connector_runtime.errors import VariableSubstitutionError
from connector_runtime.workflows.references import check, substitute

ACCOUNT = {
    "id": "123",
    "name": "Acme",
    "billing_state": "CA",
    "seats": 5,
    "active": True,
    "owner": None,
    "items": [{"id": "first"}, {"id": "second"}],
    "by_number": {"0": "zero"},
    "Größe (cm)": 180,
}


def filled(value: Any, result: Any = ACCOUNT) -> Any:
    return substitute({"it": value}, {1: result}, 2)["it"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("${step_1.id}", "123"),
        ("Account: ${step_1.name} (${step_1.billing_state})", "Account: Acme (CA)"),
        ("${step_1.name}${step_1.name}", "AcmeAcme"),
        ("${step_1.seats}", 5),
        ("${step_1.active}", True),
        ("${step_1.owner}", None),
        ("${step_1.items}", [{"id": "first"}, {"id": "second"}]),
        ("${step_1.items[0].id}", "first"),
        ("${step_1.items.1.id}", "second"),
        ("${step_1.by_number.0}", "zero"),
        ("${step_1.Größe (cm)}", 180),
        ("${step_1}", ACCOUNT),
        ("seats: ${step_1.seats}, active: ${step_1.active}", "seats: 5, active: true"),
        ("owner: ${step_1.owner}", "owner: null"),
        ("all: ${step_1.items}", 'all: [{"id": "first"}, {"id": "second"}]'),
        ("$${step_1.id}", "${step_1.id}"),
        ("$${step_1.id} is ${step_1.id}", "${step_1.id} is 123"),
        ("$$${step_1.id}", "$${step_1.id}"),
        ("costs $5, ${HOME}, ${{ x }}, {step_1.id}", "costs $5, ${HOME}, ${{ x }}, {step_1.id}"),
        ("${stepper} and ${steps.of}", "${stepper} and ${steps.of}"),
        ("", ""),
    ],
)
def test_what_a_string_becomes(text: str, value: Any) -> None:
    check({"it": text}, 2)
    result = filled(text)
    assert (result, type(result)) == (value, type(value))


def test_the_guide_s_nested_result() -> None:
    result = {"result": {"data": {"id": "123", "email": "test@example.com"}}}
    assert filled("${step_1.result.data.id}", result) == "123"


def test_a_list_as_result() -> None:
    assert filled("${step_1[1].id} ${step_1.0.id}", [{"id": "a"}, {"id": "b"}]) == "b a"


def test_strings_within_dicts_and_lists_but_no_keys() -> None:
    arguments = {"${step_1.id}": [{"deep": ["${step_1.id}", 7, None]}, "x"]}
    assert substitute(arguments, {1: ACCOUNT}, 2) == {
        "${step_1.id}": [{"deep": ["123", 7, None]}, "x"]
    }


def test_values_are_not_read_for_references() -> None:
    results = {1: {"text": "${step_2.secret}"}, 2: {"secret": "swordfish"}}
    assert substitute({"a": "${step_1.text}", "b": "> ${step_1.text}"}, results, 3) == {
        "a": "${step_2.secret}",
        "b": "> ${step_2.secret}",
    }


def test_results_are_not_shared() -> None:
    result = {"items": [1, 2]}
    filled("${step_1.items}", result).append(3)
    assert result == {"items": [1, 2]}


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("to ${step_2.id}", "${step_2.id}"),
        ("${step_3.id}", "${step_3.id}"),
        ("${step_0.id}", "${step_0.id}"),
        ("${step_99999999999.id}", "${step_99999999999.id}"),
        ("a {$step_1.id} b", "{$step_1.id}"),
        ("${step_x.id} b", "${step_x.id}"),
        ("${step_.id}", "${step_.id}"),
        ("${step_01.id}", "${step_01.id}"),
        ("${step_1.}", "${step_1.}"),
        ("${step_1..id}", "${step_1..id}"),
        ("${step_1.items[-1]}", "${step_1.items[-1]}"),
        ("${step_1.items[x]}", "${step_1.items[x]}"),
        ("${step_1.items[0}", "${step_1.items[0}"),
        ("${ step_1.id }", "${ step_1.id }"),
        ("${Step_1.id}", "${Step_1.id}"),
        ("${step1.id}", "${step1.id}"),
        ("${step_1.id", "${step_1.id"),
        ("x ${step_1.id and ${step_1.id}", "${step_1.id and ${step_1.id}"),
    ],
)
def test_what_refers_to_no_earlier_step_is_found_before_the_first(
    text: str, reference: str
) -> None:
    arguments = {"message": {"a/b": ["fine", text]}}
    with pytest.raises(
        VariableSubstitutionError, match=r"^Variable substitution failed$"
    ) as caught:
        check(arguments, 2)
    details = caught.value.details
    assert (details["step"], details["reference"], details["pointer"]) == (
        2,
        reference,
        "/message/a~1b/1",
    )
    with pytest.raises(VariableSubstitutionError):
        substitute(arguments, {1: ACCOUNT, 2: ACCOUNT, 3: ACCOUNT}, 2)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("${step_1.email}", "step_1 has no 'email'"),
        ("Hi ${step_1.name.first}", "step_1.name has no 'first'"),
        ("${step_1.items[2]}", "step_1.items has no '[2]'"),
        ("${step_1.items.id}", "step_1.items has no 'id'"),
        ("${step_1.by_number[1]}", "step_1.by_number has no '[1]'"),
        ("${step_1.owner.name}", "step_1.owner has no 'name'"),
        ("${step_1.items[000000002]}", "step_1.items has no '[000000002]'"),
    ],
)
def test_a_field_that_is_not_there(text: str, reason: str) -> None:
    check({"to": text}, 2)
    with pytest.raises(VariableSubstitutionError) as caught:
        substitute({"to": text}, {1: ACCOUNT}, 2)
    assert caught.value.details["reason"] == reason
    assert caught.value.details["pointer"] == "/to"


def test_what_could_be_referred_to_is_told() -> None:
    with pytest.raises(VariableSubstitutionError) as caught:
        filled("${step_1.email}", {"name": "Acme", "id": 1})
    assert caught.value.details["fields"] == ["id", "name"]


def test_a_step_without_a_result() -> None:
    with pytest.raises(VariableSubstitutionError) as caught:
        substitute({"to": "${step_1.id}"}, {}, 2)
    assert caught.value.details["reason"] == "step 1 has no result"


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
_names = st.text(st.characters(exclude_characters=".[]{}$"), min_size=1, max_size=5)


@settings(deadline=None)
@given(st.dictionaries(st.text(), _values, max_size=4))
def test_what_has_no_dollar_stays_as_it_is(arguments: dict[str, Any]) -> None:
    if "$" not in json.dumps(arguments):
        check(arguments, 1)
        assert substitute(arguments, {}, 1) == arguments


@settings(deadline=None)
@given(st.text(), st.integers(1, 100))
def test_every_text_can_be_written_as_a_literal(text: str, step: int) -> None:
    arguments = {"it": text.replace("${", "$${").replace("{$", "{ $")}
    check(arguments, step)
    # A dollar before the brace would be read as part of the escape.
    if "$$" not in text and "{$" not in text:
        assert substitute(arguments, {}, step) == {"it": text}


@settings(deadline=None)
@given(st.lists(st.integers(0, 3) | _names, min_size=1, max_size=4), _values, st.booleans())
def test_any_path_leads_to_its_value(path: list[int | str], value: Any, dotted: bool) -> None:
    result = value
    for part in reversed(path):
        result = {part: result} if isinstance(part, str) else [*"abc"[:part], result]
    steps = "".join(f".{part}" if isinstance(part, str) or dotted else f"[{part}]" for part in path)
    assert filled(f"${{step_1{steps}}}", result) == value
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    assert filled(f"<${{step_1{steps}}}>", result) == f"<{text}>"


@settings(deadline=None)
@given(st.text("${}step_1.id[0] x", max_size=30))
def test_what_does_not_pass_the_check_is_not_filled(text: str) -> None:
    if _error(lambda: check({"it": text}, 2)) is None:
        error = _error(lambda: filled(text))
        assert error is None or " has no " in error.details["reason"]
    else:
        assert _error(lambda: filled(text)) is not None


def _error(act: Callable[[], object]) -> VariableSubstitutionError | None:
    try:
        act()
    except VariableSubstitutionError as error:
        return error
    return None
