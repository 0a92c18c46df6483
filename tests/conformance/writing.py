"""From the runs of a session to the files."""

from collections.abc import Iterator
from pathlib import Path

from tests.conformance.facts import Runs, table
from tests.conformance.page import as_html
from tests.conformance.suites import Suite, suites
from tests.conformance.text import as_text, summary


def write(folder: Path, runs: Runs, of: tuple[Suite, ...] | None = None) -> Iterator[str]:
    """Write both files; the lines that end the run. ``of`` are the suites, where not all."""
    tables = [table(suite, runs) for suite in of or suites()]
    (folder / "conformance.html").write_text(as_html(tables), encoding="utf-8")
    (folder / "conformance.txt").write_text(as_text(tables), encoding="utf-8")
    yield from summary(tables)
    yield f"written to {folder / 'conformance.html'}"
