"""What the runtime's own decoding says of each drift, and what only contract tests see.

The list of gaps is exact: a kind that the runtime learns to report must leave it.
"""

import pytest

from connector_runtime.client import ContractViolation
from connector_runtime.client.events import Event
from connector_runtime.contract.calls import Caller
from tests.runtime.contract.conftest import Live
from tests.runtime.contract.drifts import DRIFTS, Drift

GAPS = {
    "JSON as text/html": "vendors mislabel JSON, and callers want the value: contract tests tell",
    "below the minimum": "a value beyond bounds is still a value: models have no bounds",
    "error shape changed": "the vendor's error counts more than its shape, which gateways share",
    "errors became HTML": "as above",
    "malformed email, which models do not look at": "formats without a Python type are texts",
    "undocumented field": "vendors add fields all the time: it is in model_extra",
    "slow": "no matter of contracts",
}
STATUSES = frozenset({"not-found", "refused", "server-error", "unreadable"})


JUDGED = [
    each
    for each in DRIFTS
    if each.expected and not STATUSES.intersection(kind for _, _, kind in each.expected)
]
"""Those that do not make the call fail, which everybody sees."""


@pytest.mark.parametrize("drift", JUDGED, ids=lambda drift: drift.name)
def test_the_runtime_reports_it_or_it_is_a_known_gap(
    drift: Drift, live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: set[tuple[str, str]] = set()
    listen = Caller._listen

    def listening(self: Caller, event: Event) -> None:
        if isinstance(event, ContractViolation):
            told.add((event.operation, event.pointer))
        listen(self, event)

    monkeypatch.setattr(Caller, "_listen", listening)
    live(drift.change, timeout=drift.timeout)
    places = {
        (operation, pointer.replace("/*", "/shelf two"))
        for operation, pointer, kind in drift.expected
        if kind != "undocumented"
    }
    seen = bool(places) and places == told
    assert seen == (drift.name not in GAPS), sorted(told)


def test_every_gap_is_one_of_the_drifts() -> None:
    assert GAPS.keys() <= {each.name for each in DRIFTS}
