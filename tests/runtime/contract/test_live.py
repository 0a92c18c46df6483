"""Live runs against a vendor that keeps its contract."""

import time
from dataclasses import replace

from connector_runtime.contract import LiveSettings
from tests.runtime.contract.clinic import Clinic, Reply
from tests.runtime.contract.conftest import Live


def test_a_vendor_that_keeps_its_contract_is_green(live: Live) -> None:
    report = live()
    assert list(report.findings()) == []
    assert not report.failed
    outcomes = {each.operation: each.outcome for each in report.results}
    assert {name for name, outcome in outcomes.items() if outcome == "pass"} == {
        "get_inventory",
        "get_motd",
        "get_pet",
        "get_visit",
        "list_events",
        "list_pets",
        "list_visits",
    }


def test_only_reads_are_called_and_each_once(live: Live, clinic: Clinic) -> None:
    live()
    assert sorted(clinic.requests) == sorted(
        [
            "GET /events",
            "GET /inventory",
            "GET /motd",
            "GET /pets",
            "GET /search",
            "GET /pets/7",
            "GET /pets/7/visits",
            "GET /pets/7/visits/v1",
            "GET /pets/2147483646",
        ]
    )


def test_what_is_skipped_says_why(live: Live) -> None:
    reasons = {each.operation: each.reason for each in live().results if each.outcome == "skipped"}
    assert reasons["get_owner"] == "no value for owner: no operation lists /owners"
    assert reasons["create_pet"] == "not a plain read (GET or HEAD)"
    assert reasons["search_pets"] == "HTTP 422: the vendor refuses arguments that are made up (q)"


def test_an_empty_list_says_what_is_missing(live: Live, clinic: Clinic) -> None:
    clinic.pets.clear()
    report = live()
    reasons = {each.operation: each.reason for each in report.results}
    assert reasons["get_pet"] == "no value for pet_id: list_pets shows nothing"
    assert reasons["get_visit"] == "no value for visit: list_visits could not be called"
    assert not report.failed


def test_max_calls_is_kept(live: Live, clinic: Clinic) -> None:
    report = live(max_calls=2)
    assert len(clinic.requests) == report.calls == 2
    assert "the run makes at most 2 calls" in {each.reason for each in report.results}


def test_only_the_first_page_is_asked_for(live: Live, clinic: Clinic) -> None:
    def more(asked: str, reply: Reply) -> Reply:
        if asked != "GET /pets":
            return reply
        return replace(reply, body={**reply.body, "next_cursor": "c2"})

    assert not live(more).failed
    assert clinic.requests.count("GET /pets") == 1


def test_the_rate_is_kept_and_is_one_a_second_unless_said_otherwise(
    live: Live, clinic: Clinic
) -> None:
    assert LiveSettings().rate == 1.0
    start = time.monotonic()
    live(rate=20.0)
    assert time.monotonic() - start >= (len(clinic.requests) - 1) / 20.0 * 0.9


def test_nobody_is_asked_again_who_does_not_answer(live: Live, clinic: Clinic) -> None:
    report = live(lambda asked, reply: replace(reply, cut=9))
    assert report.totals["unreachable"] == len(clinic.requests) == 3
    assert "3 calls in a row were not answered" in {each.reason for each in report.results}
    assert report.unreachable
    assert not report.failed


def test_without_credentials_nothing_is_called_and_the_variable_is_named(
    live: Live, clinic: Clinic
) -> None:
    report = live(credentials=None)
    assert clinic.requests == []
    assert report.totals == {"skipped": 12}
    assert report.missing_variables == ("CONTRACT_CLINIC_API_KEY",)


def test_the_same_run_twice_says_the_same(live: Live) -> None:
    first, second = live(), live()
    assert [replace(each, seconds=0) for each in first.results] == [
        replace(each, seconds=0) for each in second.results
    ]


def test_a_list_that_fails_leaves_what_it_lists_uncalled(live: Live) -> None:
    report = live(
        lambda asked, reply: replace(reply, status=500) if asked == "GET /pets" else reply
    )
    reasons = {each.operation: each.reason for each in report.results}
    assert reasons["get_pet"] == "no value for pet_id: list_pets failed"
    assert report.totals == {"pass": 3, "broken": 1, "skipped": 8}
