"""Accepted deviations: exact, with a reason, and only until a day."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from connector_runtime.contract import BaselineError, Report, applied, read_baseline
from tests.runtime.contract.clinic import with_body
from tests.runtime.contract.conftest import Live

TODAY = date(2026, 11, 21)
ENTRY = {
    "operation": "list_pets",
    "pointer": "/pets/*/kind",
    "expected": "'cat' or 'dog'",
    "got": "string",
    "reason": "fish are coming, see #12",
    "expires": "2027-01-31",
}


def with_entries(report: Report, folder: Path, *entries: dict[str, Any]) -> Report:
    file = folder / "baseline.json"
    file.write_text(json.dumps({"format": 1, "accepted": entries}))
    return applied(report, read_baseline(file), TODAY)


@pytest.fixture
def fishy(live: Live) -> Report:
    return live(with_body("GET /pets", lambda body: body["pets"][0].update(kind="fish")))


def test_an_accepted_deviation_does_not_fail(fishy: Report, tmp_path: Path) -> None:
    assert fishy.failed
    report = with_entries(fishy, tmp_path, ENTRY)
    assert not report.failed
    assert report.totals["drift"] == 0
    assert [each.accepted for each in report.findings()] == ["fish are coming, see #12"]


@pytest.mark.parametrize("change", [{"got": "integer"}, {"pointer": "/pets/0/kind"}])
def test_only_what_was_accepted_is(fishy: Report, tmp_path: Path, change: dict[str, str]) -> None:
    report = with_entries(fishy, tmp_path, {**ENTRY, **change})
    assert [each.kind for each in report.findings() if each.red] == ["enum", "baseline-unused"]


def test_an_entry_that_expired_accepts_nothing_and_is_told(fishy: Report, tmp_path: Path) -> None:
    report = with_entries(fishy, tmp_path, {**ENTRY, "expires": "2026-11-20"})
    assert [each.kind for each in report.findings() if each.red] == ["enum", "baseline-expired"]
    assert report.failed
    assert not with_entries(fishy, tmp_path, {**ENTRY, "expires": "2026-11-21"}).failed


def test_an_entry_of_an_operation_that_is_gone_is_told(live: Live, tmp_path: Path) -> None:
    report = live()
    gone = {**ENTRY, "operation": "list_fish"}
    told = with_entries(report, tmp_path, gone)
    assert [(each.kind, each.operation) for each in told.findings()] == [
        ("baseline-unused", "list_fish")
    ]
    broken_off = replace(report, results=report.results[:1], interrupted=True)
    assert list(with_entries(broken_off, tmp_path, gone).baseline) == []


def test_an_entry_that_nothing_needs_is_told(live: Live, tmp_path: Path) -> None:
    report = with_entries(live(), tmp_path, ENTRY)
    assert [each.kind for each in report.findings()] == ["baseline-unused"]
    assert report.failed


def test_an_operation_that_did_not_run_says_nothing_about_its_entry(
    live: Live, tmp_path: Path
) -> None:
    assert not with_entries(live(), tmp_path, {**ENTRY, "operation": "get_owner"}).failed


def test_fingerprints_are_the_same_every_night(live: Live) -> None:
    change = with_body("GET /pets", lambda body: body["pets"][0].update(kind="fish"))
    first = {each.fingerprint for each in live(change).findings()}
    change = with_body(
        "GET /pets",
        lambda body: {"pets": [body["pets"][0], {**body["pets"][0], "kind": "crow"}] * 2},
    )
    (again,) = live(change).findings()
    assert {again.fingerprint} == first
    assert (again.pointer, again.pattern, again.count) == ("/pets/1/kind", "/pets/*/kind", 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ("[]", "has no"),
        ('{"format": 2, "accepted": []}', "has no"),
        ('{"format": 1, "accepted": [3]}', "accepted/0 is no object"),
        (json.dumps({"format": 1, "accepted": [{**ENTRY, "reason": " "}]}), "gives no reason"),
        (json.dumps({"format": 1, "accepted": [{**ENTRY, "expires": "soon"}]}), "is no date"),
        (json.dumps({"format": 1, "accepted": [{"got": "x"}]}), "has no text operation, pointer"),
    ],
)
def test_a_broken_baseline_is_refused(tmp_path: Path, text: str, words: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(BaselineError, match=words):
        read_baseline(file)
    with pytest.raises(BaselineError, match="No such file"):
        read_baseline(tmp_path / "none.json")
