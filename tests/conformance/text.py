"""The page as text, and the few lines of it that end a run."""

from collections.abc import Iterator, Sequence

from tests.conformance.facts import OF_SUBJECTS, Row, State, Table

_MARKS = {
    State.HOLDS: "yes",
    State.GAP: "gap",
    State.FAILED: "FAILED",
    State.NOT_RUN: "not run",
    State.NO_TEST: "-",
}


def summary(tables: Sequence[Table]) -> Iterator[str]:
    """A line for each table: its subjects by state."""
    for table in tables:
        if not table.rows:
            yield f"{table.suite.title}: {table.suite.absent}"
            continue
        states = table.states()
        parts = [f"{states[each]} {words}" for each, words in OF_SUBJECTS.items() if states[each]]
        yield f"{table.suite.title}: {len(table.rows)}, of which {', '.join(parts)}"


def as_text(tables: Sequence[Table]) -> str:
    """The whole page."""
    return "\n".join(_lines(tables)) + "\n"


def _lines(tables: Sequence[Table]) -> Iterator[str]:
    yield "Conformance"
    yield ""
    yield from summary(tables)
    for table in tables:
        if table.rows:
            yield ""
            yield from _table(table)


def _table(table: Table) -> Iterator[str]:
    yield f"== {table.suite.title}"
    for check in table.suite.checks:
        column = table.column(check)
        parts = ", ".join(f"{column[each]} {each}" for each in State if column[each])
        yield f"{check.heading}: {parts} ({check.meaning})"
        for reason, number in sorted(table.untested(check).items()):
            yield f"    no test for {number}: {reason}"
    for name, number in (*counts(table), *sorted(table.diagnostics().items())):
        yield f"{name}: {number}"
    yield ""
    width = max(len(row.subject.name) for row in table.rows)
    headings = [check.heading for check in table.suite.checks]
    yield "  ".join([" " * width, *headings]).rstrip()
    for row in table.rows:
        yield _row(row, width, table)
        yield from (f"    known gap: {_line(gap)}" for gap in row.gaps)
        yield from (f"    FAILED: {test}: {_line(reason)}" for test, reason in failures(row))


def _row(row: Row, width: int, table: Table) -> str:
    cells = [
        _MARKS[row.cells[check.name].state].ljust(len(check.heading))
        for check in table.suite.checks
    ]
    return "  ".join([row.subject.name.ljust(width), *cells]).rstrip()


def _line(text: str) -> str:
    return " ".join(text.split())


def counts(table: Table) -> list[tuple[str, int]]:
    """Counts of all rows by name."""
    names = dict.fromkeys(name for row in table.rows for name in row.counts)
    return [(name, table.total(name)) for name in names]


def failures(row: Row) -> list[tuple[str, str]]:
    """The tests that failed for a subject, each with its reason."""
    failed = (cell for cell in row.cells.values() if cell.state is State.FAILED)
    return list(dict.fromkeys((cell.test, cell.reason) for cell in failed))
