"""What is claimed of whom, and by which test: the rows, the columns, and the proofs of the page."""

import csv
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.generator.hard_cases import Case, all_cases
from tests.generator.test_vendor_packages import COMPARED, TYPED


class Check(NamedTuple):
    """A column: its name in recorded facts, its heading, and what it means."""

    name: str
    heading: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A row: ``name`` is the id of its tests; ``facts`` are known without running any."""

    name: str
    title: str
    facts: Mapping[str, str] = field(default_factory=dict[str, str])


def _nobody(_: Subject) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """A test, and the checks that hold for a subject where it passes.

    ``exempt`` says why the test does not look at a subject; it is empty where it does. A test that is
    ``parametrized`` has one run for each subject, another has one for all of them.
    """

    test: str
    checks: tuple[Check, ...]
    exempt: Callable[[Subject], str] = _nobody
    parametrized: bool = True

    def node(self, subject: Subject) -> str:
        """The id of the run that looks at a subject."""
        return f"{self.test}[{subject.name}]" if self.parametrized else self.test


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """A table of the page. ``absent`` says why it has no rows, where it has none."""

    title: str
    subjects: tuple[Subject, ...]
    proofs: tuple[Proof, ...]
    absent: str = ""

    @property
    def checks(self) -> tuple[Check, ...]:
        """Every column, from left to right."""
        return tuple(check for proof in self.proofs for check in proof.checks)


_TESTS = "tests/generator"
_TYPED = "pyright, strict, finds nothing in the package"


def suites(corpus: str = os.environ.get("OPENAPI_CORPUS", "")) -> tuple[Suite, ...]:
    """The hard cases, and the real descriptions of a folder with an ``INDEX.csv``."""
    return (_hard_cases(), _real(corpus))


def _hard_cases() -> Suite:
    case = Proof(
        test=f"{_TESTS}/test_hard_cases.py::test_case",
        checks=(
            Check("builds", "builds", "built with exactly the diagnostics expected, or refused"),
        ),
    )
    calls = Proof(
        test=case.test,
        checks=(
            Check("imports", "imports", "every module of the package is imported"),
            Check(
                "calls", "calls", "every call, sync and async, loose and strict, as the case says"
            ),
        ),
        exempt=_refused,
    )
    types = Proof(
        test=f"{_TESTS}/test_hard_cases.py::test_all_cases_type_check",
        checks=(Check("types", "type-checks", _TYPED),),
        exempt=_refused,
        parametrized=False,
    )
    return Suite(
        title="Hard cases",
        subjects=tuple(map(_subject_of, all_cases())),
        proofs=(case, calls, types),
    )


def _subject_of(case: Case) -> Subject:
    facts = {
        "calls in the case": str(len(case.calls)),
        "diagnostics expected": ", ".join(sorted(case.facts.get("warnings", []))),
        "refused for": case.facts.get("refuses", ""),
    }
    return Subject(name=case.path.stem, title=case.facts["case"], facts=facts)


def _refused(subject: Subject) -> str:
    return "a build of it is refused, as it must be" if subject.facts["refused for"] else ""


def _real(corpus: str) -> Suite:
    trips = "every operation is called by this client on the package's own mock, and comes back"
    kinds = ("sync strict", "sync loose", "async strict", "async loose")
    whole = Proof(
        test=f"{_TESTS}/test_corpus.py::test_every_description_builds_whole",
        checks=(
            Check(
                "builds",
                "builds",
                "nothing is dropped: every operation of the description is there",
            ),
            Check("imports", "imports", "every module of the package is imported"),
            *(Check(kind, kind, trips) for kind in kinds),
            Check("replies", "replies", "every JSON that came back is valid, says jsonschema-rs"),
        ),
    )
    requests = Proof(
        test=f"{_TESTS}/test_requests_judged.py::test_requests_are_what_the_description_says",
        checks=(
            Check("requests", "requests", "requests of every kind are valid, says openapi-core"),
        ),
        exempt=unreadable,
    )
    types = Proof(
        test=f"{_TESTS}/test_vendor_packages.py::test_pyright_finds_nothing_in_strict_mode",
        checks=(Check("types", "type-checks", _TYPED),),
        exempt=_only(TYPED, "pyright runs on a selection"),
        parametrized=False,
    )
    same = Proof(
        test=f"{_TESTS}/test_vendor_packages.py"
        "::test_the_same_description_gives_the_same_bytes_and_they_are_blacks",
        checks=(Check("bytes", "same bytes", "two builds give the same bytes, which black keeps"),),
        exempt=_only(COMPARED, "a second build is made of a selection"),
    )
    return Suite(
        title="Real descriptions",
        subjects=tuple(_descriptions(corpus)) if corpus else (),
        proofs=(whole, requests, types, same),
        absent="OPENAPI_CORPUS names no folder of real descriptions: none was looked at.",
    )


_FACTS = {
    "operations in the index": "operations",
    "openapi": "openapi",
    "validity in the index": "valid",
    "file": "file",
}
"""Columns of the index, by our headings."""


def unreadable(subject: Subject) -> str:
    """Why openapi-core is not asked about a description."""
    if subject.facts["operations in the index"] == "0":
        return "it has no operations"
    if subject.facts["openapi"].startswith("2"):
        return "openapi-core reads no Swagger 2.0"
    if subject.facts["validity in the index"] != "valid":
        return "openapi-core reads valid descriptions only"
    return ""


def _only(names: tuple[str, ...], reason: str) -> Callable[[Subject], str]:
    return lambda subject: "" if subject.name in names else reason


def _descriptions(corpus: str) -> list[Subject]:
    with Path(corpus, "INDEX.csv").open(encoding="utf-8") as file:
        return [
            Subject(
                name=row["name"],
                title=row["title"],
                facts={heading: row[key] for heading, key in _FACTS.items()},
            )
            for row in csv.DictReader(file)
        ]
