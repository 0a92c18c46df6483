"""The plan of the shipped connectors: what a nightly run would call, seen on their mocks."""

from importlib import import_module

import pytest

from connector_runtime.contract import LiveSettings, Report, check_live


def run(name: str, **settings: object) -> Report:
    package = import_module(f"generated.{name}")
    mock = getattr(package, f"Mock{package.CONNECTOR.facts['class_prefix']}Client")().mock
    given = {"base_url": "https://mock.invalid", "transport": mock.transport, "rate": None}
    return check_live(package, LiveSettings(credentials="sk_test_1", **{**given, **settings}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "reads"),
    [("petstore", 3), ("openai", 12), ("salesforce", 6), ("slack", 10), ("stripe", 24)],
)
def test_reads_are_filled_from_what_the_run_itself_listed(name: str, reads: int) -> None:
    report = run(name)
    assert [str(each) for each in report.findings() if each.red] == []
    assert report.totals["pass"] == reads
    assert report.calls <= 50


def test_flows_of_a_sandbox_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    stripe = import_module("generated.stripe")
    monkeypatch.setitem(stripe.CONNECTOR.facts, "sandbox", {"credential": "^sk_test_"})
    report = run("stripe", live_writes=True, max_calls=60)
    assert report.leftovers == ()
    assert [str(each) for each in report.findings() if each.red] == []
    written = {each.operation for each in report.results if each.called and each.method != "GET"}
    assert {"create_customer", "update_customer", "delete_customer"} <= written
