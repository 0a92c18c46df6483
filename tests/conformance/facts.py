"""What a run of the tests established, and what it did not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from tests.conformance.suites import Check, Proof, Subject, Suite


class State(StrEnum):
    """Of one check of one subject."""

    HOLDS = "holds"
    GAP = "known gap"
    FAILED = "failed"
    NOT_RUN = "not run"
    NO_TEST = "no test"


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one test. ``outcome`` is pytest's: passed, failed or skipped.

    ``properties`` are what the test recorded on its way: ``holds`` (a check, or where one test looks at
    all subjects the name of a subject), ``gap`` (a check that has known gaps), ``gaps`` (their texts),
    ``counts`` and ``diagnostics`` (numbers by name).
    """

    outcome: str
    properties: tuple[tuple[str, object], ...] = ()
    reason: str = ""

    def named(self, name: str) -> list[object]:
        """Everything recorded under a name."""
        return [value for key, value in self.properties if key == name]

    def numbers(self, name: str) -> dict[str, int]:
        """Numbers recorded under a name, by theirs."""
        found: dict[str, int] = {}
        for value in self.named(name):
            if isinstance(value, Mapping):
                found |= {str(key): int(number) for key, number in value.items()}
        return found


OF_SUBJECTS = {each: each.value for each in State} | {State.NOT_RUN: "not run in full"}
"""States of subjects in words, where those of checks do not fit."""

Runs = Mapping[str, Run]
"""By the id of the node."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What is known of one check of one subject: ``test`` is the one that failed."""

    state: State
    reason: str = ""
    test: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A subject with its cells by the names of the checks."""

    subject: Subject
    cells: Mapping[str, Cell]
    counts: Mapping[str, int] = field(default_factory=dict[str, int])
    diagnostics: Mapping[str, int] = field(default_factory=dict[str, int])
    gaps: tuple[str, ...] = ()

    @property
    def state(self) -> State:
        """The worst of its cells; a subject of which nothing was run is not run."""
        states = {cell.state for cell in self.cells.values()}
        order = (State.FAILED, State.NOT_RUN, State.GAP, State.HOLDS)
        return next((each for each in order if each in states), State.NO_TEST)


@dataclass(frozen=True, slots=True)
class Table:
    """A suite with what is known of each of its subjects."""

    suite: Suite
    rows: tuple[Row, ...]

    def states(self) -> Counter[State]:
        """Subjects by state."""
        return Counter(row.state for row in self.rows)

    def column(self, check: Check) -> Counter[State]:
        """Cells of a column by state."""
        return Counter(row.cells[check.name].state for row in self.rows)

    def untested(self, check: Check) -> Counter[str]:
        """Subjects of which no test checks this, by the reason."""
        cells = (row.cells[check.name] for row in self.rows)
        return Counter(cell.reason for cell in cells if cell.state is State.NO_TEST)

    def total(self, name: str) -> int:
        """A count over all rows."""
        return sum(row.counts.get(name, 0) for row in self.rows)

    def diagnostics(self) -> Counter[str]:
        """Diagnostics of all rows by severity."""
        total: Counter[str] = Counter()
        for row in self.rows:
            total.update(row.diagnostics)
        return total


def table(suite: Suite, runs: Runs) -> Table:
    """What runs established of a suite.

    Raises ValueError where a test recorded something of a check that is no column: it would be lost.
    """
    for proof in suite.proofs:
        _refuse_unknown(suite, proof, runs)
    return Table(suite, tuple(_row(suite, subject, runs) for subject in suite.subjects))


def _refuse_unknown(suite: Suite, proof: Proof, runs: Runs) -> None:
    columns = {check.name for check in suite.checks}
    known = columns if proof.parametrized else {each.name for each in suite.subjects}
    for subject in suite.subjects:
        run = runs.get(proof.node(subject), Run("skipped"))
        recorded = {str(each) for name in ("holds", "gap") for each in run.named(name)}
        if unknown := recorded - known:
            raise ValueError(
                f"{proof.node(subject)} recorded {sorted(unknown)}, which is no column"
            )


def _row(suite: Suite, subject: Subject, runs: Runs) -> Row:
    cells: dict[str, Cell] = {}
    counts: dict[str, int] = {}
    diagnostics: dict[str, int] = {}
    gaps: list[str] = []
    for proof in suite.proofs:
        run = runs.get(proof.node(subject))
        for check in proof.checks:
            cells[check.name] = _cell(proof, check, subject, run)
        if run is not None and proof.parametrized:
            counts |= run.numbers("counts")
            diagnostics |= run.numbers("diagnostics")
            gaps += _texts(run.named("gaps"))
    return Row(subject, cells, counts, diagnostics, tuple(dict.fromkeys(gaps)))


def _texts(values: Iterable[object]) -> list[str]:
    return [str(text) for value in values if isinstance(value, list | tuple) for text in value]


def _cell(proof: Proof, check: Check, subject: Subject, run: Run | None) -> Cell:
    exempt = proof.exempt(subject)
    if exempt:
        return Cell(State.NO_TEST, exempt)
    if run is None or run.outcome not in ("passed", "failed"):
        return Cell(State.NOT_RUN, run.reason if run else "")
    if check.name in run.named("gap"):
        return Cell(State.GAP)
    established = check.name if proof.parametrized else subject.name
    if run.outcome == "passed" or established in run.named("holds"):
        return Cell(State.HOLDS)
    return Cell(State.FAILED, run.reason, proof.node(subject))
