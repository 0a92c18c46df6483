"""Only what a run established counts: the rest is not run, or failed with the name of its test."""

import pytest

from tests.conformance.facts import Cell, Row, Run, State, table
from tests.conformance.suites import Check, Proof, Subject, Suite

BUILDS, TRIPS, TYPES = (Check(name, name, "as it says") for name in ("builds", "trips", "types"))
ONE, TWO = Subject(name="one", title="One"), Subject(name="two", title="Two")
SUITE = Suite(
    title="Made up",
    subjects=(ONE, TWO),
    proofs=(
        Proof(test="t.py::test_whole", checks=(BUILDS, TRIPS)),
        Proof(
            test="t.py::test_types",
            checks=(TYPES,),
            exempt=lambda subject: "too large" if subject is TWO else "",
            parametrized=False,
        ),
    ),
)


def row(name: str, **runs: Run) -> Row:
    """What is known of a subject after runs of ``whole`` for the first, and of ``types``."""
    nodes = {"whole": "t.py::test_whole[one]", "types": "t.py::test_types"}
    made = table(SUITE, {nodes[key]: run for key, run in runs.items()})
    return next(each for each in made.rows if each.subject.name == name)


def test_nothing_run_is_nothing_known() -> None:
    assert row("one").cells == {name: Cell(State.NOT_RUN) for name in ("builds", "trips", "types")}
    assert row("one").state is State.NOT_RUN


def test_what_a_passed_test_claims_holds() -> None:
    found = row("one", whole=Run("passed"), types=Run("passed"))
    assert {cell.state for cell in found.cells.values()} == {State.HOLDS}
    assert found.state is State.HOLDS


def test_a_run_of_one_says_nothing_of_the_other() -> None:
    found = row("two", whole=Run("passed"), types=Run("passed"))
    assert found.cells["builds"] == Cell(State.NOT_RUN)
    assert found.cells["types"] == Cell(State.NO_TEST, "too large")
    assert table(SUITE, {}).untested(TYPES) == {"too large": 1}
    assert found.state is State.NOT_RUN


def test_what_was_recorded_before_a_failure_holds_and_the_rest_failed() -> None:
    found = row("one", whole=Run("failed", (("holds", "builds"),), "no reply"))
    assert found.cells["builds"] == Cell(State.HOLDS)
    assert found.cells["trips"] == Cell(State.FAILED, "no reply", "t.py::test_whole[one]")
    assert found.state is State.FAILED


def test_a_test_of_all_may_fail_for_one() -> None:
    assert row("one", types=Run("failed", (("holds", "two"),))).cells["types"] == Cell(
        State.FAILED, "", "t.py::test_types"
    )
    assert row("one", types=Run("failed", (("holds", "one"),))).cells["types"].state is State.HOLDS


@pytest.mark.parametrize("outcome", ["skipped", "rerun"])
def test_a_skipped_test_establishes_nothing(outcome: str) -> None:
    found = row("one", whole=Run(outcome, (("holds", "builds"),), "no folder"))
    assert found.cells["builds"] == Cell(State.NOT_RUN, "no folder")


def test_a_known_gap_is_no_success() -> None:
    recorded = (("gap", "trips"), ("gaps", ["list: a union without a tag"]))
    found = row("one", whole=Run("passed", recorded), types=Run("passed"))
    assert found.cells["builds"].state is State.HOLDS
    assert found.cells["trips"].state is State.GAP
    assert found.gaps == ("list: a union without a tag",)
    assert found.state is State.GAP


def test_counts_are_totals_of_what_was_run() -> None:
    recorded = (
        ("counts", {"operations": 3}),
        ("counts", {"replies": 2}),
        ("diagnostics", {"note": 4}),
    )
    made = table(SUITE, {"t.py::test_whole[one]": Run("passed", recorded)})
    assert (made.total("operations"), made.total("replies")) == (3, 2)
    assert made.diagnostics() == {"note": 4}
    assert made.column(BUILDS) == {State.HOLDS: 1, State.NOT_RUN: 1}
    assert made.states() == {State.NOT_RUN: 2}


@pytest.mark.parametrize("kind", ["holds", "gap"])
def test_a_fact_about_no_column_is_not_lost(kind: str) -> None:
    with pytest.raises(ValueError, match="judge"):
        row("one", whole=Run("passed", ((kind, "judge"),)))
