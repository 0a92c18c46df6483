"""Plans from the guide's workflow_steps."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from connector_runtime.errors import ArgumentsInvalidError, VariableSubstitutionError
from connector_runtime.workflows.plans import Plan, Step, plan_of

GUIDE = [
    {"connector": "salesforce", "operation": "get_account", "args": {"id": "001xx000003"}},
    {
        "connector": "slack",
        "operation": "send_message",
        "args": {"channel": "#sales", "text": "Account: ${step_1.name}"},
    },
]


def test_the_guide_s_steps() -> None:
    assert plan_of(GUIDE) == Plan(
        (
            Step(1, "salesforce", "get_account", {"id": "001xx000003"}),
            Step(
                2, "slack", "send_message", {"channel": "#sales", "text": "Account: ${step_1.name}"}
            ),
        )
    )
    assert plan_of(GUIDE).document == GUIDE


def test_the_digest_is_of_what_the_plan_says() -> None:
    turned = [{key: step[key] for key in reversed(step)} for step in GUIDE]
    assert plan_of(turned).digest == plan_of(GUIDE).digest
    assert (
        plan_of(GUIDE).digest == "c5d4106a54a1b4294ac409fe11d360704e074f4526042063f794f6bae87ac3a0"
    )
    changed = [
        GUIDE[0],
        {**GUIDE[1], "args": {"channel": "#all", "text": "Account: ${step_1.name}"}},
    ]
    assert plan_of(changed).digest != plan_of(GUIDE).digest
    assert plan_of([GUIDE[0], GUIDE[0]]).digest != plan_of([GUIDE[0]]).digest


def test_a_plan_does_not_change_with_what_it_was_made_of() -> None:
    arguments: dict[str, Any] = {"ids": ["1"]}
    plan = plan_of([{"connector": "a", "operation": "b", "args": arguments}])
    arguments["ids"].append("2")
    assert plan.steps[0].arguments == {"ids": ["1"]}


def _deep(levels: int) -> Any:
    value: Any = "x"
    for _ in range(levels):
        value = [value]
    return value


_NO_PLANS: list[tuple[object, str, str]] = [
    ("steps", "", "must be a list"),
    ({"connector": "a"}, "", "must be a list"),
    ([], "", "at least one"),
    ([GUIDE[0]] * 101, "", "has 101 steps; the most is 100"),
    ([GUIDE[0], "send"], "/1", "must be an object"),
    ([{"operation": "b", "args": {}}], "/0/connector", "must be a name"),
    ([{"connector": " ", "operation": "b", "args": {}}], "/0/connector", "must be a name"),
    ([{"connector": "a", "operation": 7, "args": {}}], "/0/operation", "must be a name"),
    ([{"connector": "a", "operation": "b"}], "/0/args", "must be an object"),
    ([{"connector": "a", "operation": "b", "args": []}], "/0/args", "must be an object"),
    (
        [{"connector": "a", "operation": "b", "arguments": {}}],
        "/0/arguments",
        "is not a key of a step",
    ),
    (
        [{"connector": "a", "operation": "b", "args": {"x/y": [{1}]}}],
        "/0/args/x~1y/0",
        "must be JSON, not set",
    ),
    (
        [{"connector": "a", "operation": "b", "args": {"x": float("nan")}}],
        "/0/args/x",
        "finite",
    ),
    ([{"connector": "a", "operation": "b", "args": {"x": {1: 2}}}], "/0/args/x", "no text"),
    (
        [{"connector": "a", "operation": "b", "args": {"x": _deep(5000)}}],
        "/0/args/x" + "/0" * 64,
        "nested more than 64 deep",
    ),
]


@pytest.mark.parametrize(("given", "pointer", "why"), _NO_PLANS)
def test_what_is_no_plan(given: object, pointer: str, why: str) -> None:
    with pytest.raises(ArgumentsInvalidError, match=why) as caught:
        plan_of(given)
    assert caught.value.details == {"pointer": pointer}


def test_more_steps_where_they_are_wanted() -> None:
    assert len(plan_of([GUIDE[0]] * 200, most=200).steps) == 200


def test_references_are_checked() -> None:
    with pytest.raises(VariableSubstitutionError) as caught:
        plan_of(list(reversed(GUIDE)))
    assert caught.value.details["step"] == 1
    assert caught.value.details["pointer"] == "/text"


_names = st.text(st.characters(codec="utf-8"))
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    # No dollar: it may begin a reference.
    | st.text(st.characters(codec="utf-8", exclude_characters="$")),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3),
    max_leaves=10,
)


@settings(deadline=None)
@given(st.lists(st.dictionaries(_names, _json, max_size=3), min_size=1, max_size=4))
def test_a_document_is_read_back(arguments: list[dict[str, Any]]) -> None:
    plan = plan_of([{"connector": "a", "operation": "b", "args": each} for each in arguments])
    assert plan_of(plan.document) == plan
    assert plan_of(plan.document).digest == plan.digest
