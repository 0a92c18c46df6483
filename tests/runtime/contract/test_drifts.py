"""Every kind of drift is reported with its operation and its place, and nothing else is."""

import pytest

from connector_runtime.contract import Report
from tests.runtime.contract.conftest import Live
from tests.runtime.contract.drifts import DRIFTS, Drift, Expected


def found(report: Report) -> Expected:
    return frozenset((each.operation, each.pointer, each.kind) for each in report.findings())


@pytest.mark.parametrize("drift", DRIFTS, ids=lambda drift: drift.name)
def test_drift_is_reported_and_nothing_else(drift: Drift, live: Live) -> None:
    report = live(drift.change, timeout=drift.timeout)
    assert found(report) == drift.expected
    red = {each.operation for each in report.findings() if each.red}
    assert report.failed == bool(red)
    outcomes = {each.operation: each.outcome for each in report.results}
    expected = dict.fromkeys(outcomes, "pass") | {
        "get_owner": "skipped",
        "search_pets": "skipped",
        "create_pet": "skipped",
        "update_pet": "skipped",
        "delete_pet": "skipped",
        **{name: outcome for name, outcome in outcomes.items() if name in red},
        **dict(drift.others),
    }
    assert outcomes == expected
    assert all(outcomes[name] in ("drift", "broken") for name in red)


def test_there_are_enough_kinds_of_drift() -> None:
    assert len(DRIFTS) >= 30
