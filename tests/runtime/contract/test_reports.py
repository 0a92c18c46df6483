"""Reports: the same findings in every form, and nothing that runs or breaks out."""

import json
from dataclasses import replace
from html.parser import HTMLParser
from xml.etree.ElementTree import fromstring

import pytest

from connector_runtime.contract import Report
from connector_runtime.contract.reports import (
    FORMS,
    as_html,
    as_json,
    as_junit,
    as_markdown,
    as_text,
)
from connector_runtime.contract.results import Result
from tests.runtime.contract.clinic import on, with_body
from tests.runtime.contract.conftest import Live

NASTY = "</td><script>alert(1)</script>|\n&\x00 @octocat `x` ]]>"


@pytest.fixture
def red(live: Live) -> Report:
    change = with_body("GET /pets", lambda body: body["pets"][0].update(kind="fish", colour=1))
    return live(change)


def test_text_names_operation_place_and_totals(red: Report) -> None:
    lines = as_text(red).splitlines()
    assert any(line.startswith("drift        list_pets HTTP 200") for line in lines)
    assert any("/pets/0/kind: enum, expected 'cat' or 'dog', got string" in line for line in lines)
    assert any(line.endswith("3 operations: not a plain read (GET or HEAD)") for line in lines)
    assert lines[-1].startswith(f"{red.connector} on http://127.0.0.1:")


def test_junit_has_a_case_for_every_operation(red: Report) -> None:
    suite = fromstring(as_junit(red)).find("testsuite")
    assert suite is not None
    assert len(suite) == int(suite.get("tests", "")) == len(red.results) == 12
    assert (suite.get("failures"), suite.get("skipped")) == ("1", "5")
    (failure,) = suite.findall("testcase[@name='list_pets']/failure")
    assert failure.get("type") == "drift"
    assert "/pets/0/kind" in failure.get("message", "")
    assert "/pets/0/colour" in (failure.text or "")


def test_only_drift_and_what_is_broken_fail_in_junit(live: Live) -> None:
    report = live(on("GET /inventory", status=401, body=None))
    suite = fromstring(as_junit(report)).find("testsuite")
    assert suite is not None
    assert suite.get("failures") == "0"
    skipped = suite.find("testcase[@name='get_inventory']/skipped")
    assert skipped is not None
    assert skipped.get("message") == "auth-failed: HTTP 401"


def test_json_says_everything(red: Report) -> None:
    document = json.loads(as_json(red))
    assert document["format"] == 1
    assert document["failed"] is True
    assert document["totals"] == {"pass": 6, "drift": 1, "skipped": 5}
    (found,) = [each for each in document["results"] if each["operation"] == "list_pets"]
    assert [each["pattern"] for each in found["findings"]] == ["/pets/*/kind", "/pets/*/colour"]
    assert len({each["fingerprint"] for each in found["findings"]}) == 2


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href")]


def test_html_loads_nothing_and_runs_nothing(red: Report) -> None:
    nasty = Result(operation=NASTY, method="GET", path=NASTY, outcome="drift", reason=NASTY)
    page = _Tags()
    page.feed(as_html(replace(red, results=(*red.results, nasty))))
    assert page.loads == []
    assert not page.names & {"script", "link", "img", "iframe"}


@pytest.mark.parametrize("form", FORMS)
def test_hostile_text_stays_text(red: Report, form: str) -> None:
    nasty = Result(operation=NASTY, method="GET", path=NASTY, outcome="drift", reason=NASTY)
    text = FORMS[form](replace(red, results=(nasty,), leftovers=(NASTY,)))
    if form == "junit":
        assert len(fromstring(text)) == 1
    elif form == "json":
        assert json.loads(text)["leftovers"] == [NASTY]
    elif form == "markdown":
        assert "<script" not in text.replace("\\<", "")
        assert "@octocat" not in text


def test_markdown_has_a_row_for_each_finding(red: Report) -> None:
    rows = [line for line in as_markdown(red).splitlines() if "list\\_pets" in line]
    assert len(rows) == 3
