"""The page says what the facts say, loads nothing, and takes names for text."""

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conformance.facts import Run
from tests.conformance.suites import Check, Proof, Subject, Suite
from tests.conformance.writing import write

HOSTILE = '<script>alert("1")</script>'
SUITE = Suite(
    title="Made <up>",
    subjects=(
        Subject(name=HOSTILE, title="'\"><img src=x onerror=y>", facts={"openapi": "{{ 7 * 7 }}"}),
        Subject(name="missing", title="\u202eNever run", facts={"openapi": "3.1.0"}),
        Subject(name="good", title="Ü", facts={"openapi": "3.0.0"}),
    ),
    proofs=(
        Proof(
            test="t.py::test_it",
            checks=(Check("builds", "builds", "a & b"), Check("trips", "trips", "c < d")),
        ),
    ),
)
RUNS = {
    f"t.py::test_it[{HOSTILE}]": Run("failed", (("holds", "builds"),), "expected <b>1</b>\n& more"),
    "t.py::test_it[good]": Run(
        "passed",
        (
            ("gap", "trips"),
            ("gaps", ["x at /<i>: type (known)"]),
            ("counts", {"operations": 1234}),
            ("diagnostics", {"warning": 2}),
        ),
    ),
}


class _Reader(HTMLParser):
    """What a browser would see: elements, attributes, the texts of cells."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[str] = []
        self.values: list[str] = []
        self.rows: list[list[str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.values += [value for _, value in attrs if value]
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        self.text += data
        if self.rows and self.rows[-1]:
            self.rows[-1][-1] += data.strip()


@pytest.fixture
def page(tmp_path: Path) -> _Reader:
    """The page of what was made up."""
    list(write(tmp_path, RUNS, of=(SUITE,)))
    reader = _Reader()
    reader.feed((tmp_path / "conformance.html").read_text(encoding="utf-8"))
    return reader


def test_names_are_text(page: _Reader) -> None:
    assert not {"script", "img", "b", "i"} & set(page.elements)
    assert not [name for name in page.attributes if name.startswith("on") or name == "src"]
    for text in (HOSTILE, "'\"><img src=x onerror=y>", "{{ 7 * 7 }}", "Made <up>", "c < d"):
        assert text in page.text


def test_nothing_is_loaded(page: _Reader) -> None:
    assert not {"link", "iframe", "object", "embed", "base"} & set(page.elements)
    assert any(value.startswith("default-src 'none'") for value in page.values)


def test_every_row_says_what_is_known(page: _Reader) -> None:
    rows = {cells[0]: cells[1:] for cells in page.rows}
    failed = rows[f"{HOSTILE}'\"><img src=x onerror=y>"]
    assert failed[0] == "✓ yes"
    assert failed[1] == f"✗ failedt.py::test_it[{HOSTILE}]"
    assert failed[2] == "not run"
    assert rows["missing\u202eNever run"][:4] == ["not run"] * 4
    assert rows["goodÜ"] == ["✓ yes", "gap", "1,234", "2", "3.0.0"]
    assert rows["in all"][:2] == ["2 holds1 not run", "1 known gap1 failed1 not run"]


def test_every_cell_has_a_heading(page: _Reader) -> None:
    assert len({len(row) for row in page.rows}) == 1


def test_gaps_and_failures_are_told_with_their_reasons(page: _Reader) -> None:
    assert "x at /<i>: type (known)" in page.text
    assert "expected <b>1</b>" in page.text


def test_the_text_says_the_same(tmp_path: Path) -> None:
    lines = list(write(tmp_path, RUNS, of=(SUITE,)))
    assert lines[0] == ("Made <up>: 3, of which 1 known gap, 1 failed, 1 not run in full")
    text = (tmp_path / "conformance.txt").read_text(encoding="utf-8")
    assert lines[0] in text
    assert f"FAILED: t.py::test_it[{HOSTILE}]: expected <b>1</b> & more" in text
    assert "known gap: x at /<i>: type (known)" in text
    assert "operations: 1234" in text
    assert [line.split()[1:] for line in text.splitlines() if line.startswith("missing")] == [
        ["not", "run", "not", "run"]
    ]


def test_a_suite_without_subjects_says_why(tmp_path: Path) -> None:
    empty = Suite(title="Real", subjects=(), proofs=SUITE.proofs, absent="no folder: none seen")
    assert next(iter(write(tmp_path, {}, of=(empty,)))) == "Real: no folder: none seen"
    assert "no folder: none seen" in (tmp_path / "conformance.html").read_text(encoding="utf-8")
