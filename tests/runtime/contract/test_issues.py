"""One issue per deviation: after two red nights, until two green ones. ``gh`` is a stand-in."""

import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from connector_generator.cli.contract_issues import command

GH = """#!/usr/bin/env python3
import json, os, sys
log = os.environ["GH_LOG"]
with open(log, "a") as file:
    file.write(json.dumps(sys.argv[1:]) + "\\n")
if os.environ.get("GH_FAILS") in sys.argv:
    sys.exit("no rights")
if "list" in sys.argv:
    print(os.environ.get("GH_KNOWN", "[]"))
if "create" in sys.argv:
    print("https://github.com/acme/connectors/issues/%d" % sum(1 for _ in open(log)))
"""
FOUND = {
    "fingerprint": "c0ffee000001",
    "operation": "list_pets",
    "severity": "drift",
    "kind": "enum",
    "pointer": "/pets/0/kind",
    "pattern": "/pets/*/kind",
    "expected": "'cat' or 'dog'",
    "got": "string",
    "count": 1,
}
OTHER = {**FOUND, "fingerprint": "c0ffee000002", "pattern": "/pets/*/name", "kind": "null"}
INFO = {**FOUND, "fingerprint": "c0ffee000003", "severity": "info"}
ACCEPTED = {**FOUND, "fingerprint": "c0ffee000004", "accepted": "known"}


class Nights:
    """Runs the command night after night."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = folder / "kept" / "state.json"
        self.log = folder / "log"
        self.log.touch()
        self.night = 0

    def report(self, *findings: dict[str, Any], outcome: str = "") -> Path:
        self.night += 1
        result = {
            "operation": "list_pets",
            "outcome": outcome or ("drift" if findings else "pass"),
            "findings": findings,
        }
        document = {
            "format": 1,
            "connector": "clinic",
            "started": f"2026-11-{self.night:02}T03:17:00+00:00",
            "results": [result],
            "baseline": [],
        }
        file = self.folder / "report.json"
        file.write_text(json.dumps(document))
        return file

    def run(self, file: Path, name: str = "clinic") -> Result:
        self.log.write_text("")
        return CliRunner().invoke(command, [name, str(file), "--state", str(self.state)])

    def __call__(self, *findings: dict[str, Any], outcome: str = "") -> list[str]:
        """What ``gh`` was asked to do."""
        result = self.run(self.report(*findings, outcome=outcome))
        assert result.exit_code == 0, result.output
        return [" ".join(each[:2]) for each in self.asked()]

    def asked(self) -> list[list[str]]:
        return [json.loads(line) for line in self.log.read_text().splitlines()]


@pytest.fixture
def nights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Nights:
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir()
    gh.write_text(GH)
    gh.chmod(gh.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{gh.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("GH_LOG", str(tmp_path / "log"))
    return Nights(tmp_path)


def test_two_red_nights_open_one_issue_and_two_green_ones_close_it(nights: Nights) -> None:
    assert nights(FOUND) == []
    assert nights(FOUND) == ["issue list", "issue create"]
    created = nights.asked()[1]
    assert created[3] == "contract: clinic.list_pets: enum at /pets/*/kind"
    assert "Fingerprint: c0ffee000001" in created[5]
    assert nights(FOUND) == ["issue edit"]
    assert "3 nights in a row" in nights.asked()[0][4]
    assert nights() == []
    assert nights() == ["issue close"]
    assert nights() == []
    assert json.loads(nights.state.read_text())["connectors"]["clinic"]["watched"] == {}


def test_one_red_night_is_no_news(nights: Nights) -> None:
    assert [nights(FOUND), nights(), nights(FOUND), nights()] == [[]] * 4


def test_a_green_night_between_does_not_close(nights: Nights) -> None:
    nights(FOUND)
    nights(FOUND)
    assert nights() == []
    assert nights(FOUND) == ["issue edit"]
    assert nights() == []


@pytest.mark.parametrize("outcome", ["unreachable", "rate-limited", "auth-failed", "skipped"])
def test_a_night_that_judged_nothing_changes_nothing(nights: Nights, outcome: str) -> None:
    nights(FOUND)
    assert nights(outcome=outcome) == []
    assert nights(FOUND) == ["issue list", "issue create"]
    assert [nights(outcome=outcome) for _ in range(3)] == [[]] * 3


def test_each_deviation_has_its_own_issue(nights: Nights) -> None:
    nights(FOUND, OTHER)
    assert nights(FOUND, OTHER) == ["issue list", "issue create"] * 2
    assert nights(OTHER) == ["issue edit"]
    assert nights(OTHER) == ["issue close", "issue edit"]


def test_information_and_what_is_accepted_open_nothing(nights: Nights) -> None:
    assert [nights(INFO, ACCEPTED) for _ in range(3)] == [[]] * 3


def test_a_report_counts_once(nights: Nights) -> None:
    file = nights.report(FOUND)
    assert nights.run(file).exit_code == 0
    again = nights.run(file)
    assert "is counted already" in again.output
    assert nights.asked() == []


def test_a_lost_state_does_not_open_a_second_issue(
    nights: Nights, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GH_KNOWN", '[{"number": 41}]')
    nights(FOUND)
    assert nights(FOUND) == ["issue list"]
    assert nights(FOUND) == ["issue edit"]
    assert nights.asked()[0][2] == "41"


def test_a_run_that_is_cut_off_goes_on(nights: Nights, monkeypatch: pytest.MonkeyPatch) -> None:
    nights(FOUND, OTHER)
    file = nights.report(FOUND, OTHER)
    monkeypatch.setenv("GH_FAILS", "c0ffee000002 in:body")
    failed = nights.run(file)
    assert failed.exit_code == 2
    assert failed.stderr == "error: gh issue list failed: no rights\n"
    monkeypatch.delenv("GH_FAILS")
    done = nights.run(file)
    assert done.exit_code == 0
    assert [each[1] for each in nights.asked()] == ["list", "create", "edit"] or [
        each[1] for each in nights.asked()
    ] == ["edit", "list", "create"]


def _without_gh(nights: Nights, patch: pytest.MonkeyPatch) -> str:
    nights(FOUND)
    patch.setenv("PATH", "/nowhere")
    return nights.run(nights.report(FOUND)).stderr


def _other_connector(nights: Nights, patch: pytest.MonkeyPatch) -> str:
    return nights.run(nights.report(FOUND), "stripe").stderr


def _no_report(nights: Nights, patch: pytest.MonkeyPatch) -> str:
    return nights.run(nights.folder / "none.json").stderr


def _broken_state(nights: Nights, patch: pytest.MonkeyPatch) -> str:
    nights.state.parent.mkdir()
    nights.state.write_text("[]")
    return nights.run(nights.report(FOUND)).stderr


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (_without_gh, "error: the command gh cannot be run"),
        (_other_connector, "is a report of 'clinic', not of stripe"),
        (_no_report, "none.json: No such file or directory"),
        (_broken_state, "is no state of contract issues"),
    ],
)
def test_what_cannot_be_used_is_one_line(
    nights: Nights,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Nights, pytest.MonkeyPatch], str],
    words: str,
) -> None:
    error = spoil(nights, monkeypatch)
    assert words in error
    assert len(error.splitlines()) == 1
