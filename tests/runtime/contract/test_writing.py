"""Write flows: only in a sandbox, marked as ours, and cleaned up whatever happens."""

import pytest

from connector_runtime.contract import SandboxError
from connector_runtime.contract.sandbox import check_sandbox
from tests.runtime.contract.clinic import Clinic, Reply, on, with_body
from tests.runtime.contract.conftest import Live


def test_a_flow_leaves_nothing_behind(live: Live, clinic: Clinic) -> None:
    report = live(live_writes=True)
    assert [str(each) for each in report.findings()] == []
    assert report.leftovers == ()
    assert list(clinic.pets) == [7]
    outcomes = {each.operation: each.outcome for each in report.results}
    assert {outcomes[name] for name in ("create_pet", "update_pet", "delete_pet")} == {"pass"}
    writes = [each for each in clinic.requests if not each.startswith("GET")]
    assert writes == ["POST /pets", "PATCH /pets/8", "DELETE /pets/8"]


def test_what_is_made_says_whose_it_is(live: Live, clinic: Clinic) -> None:
    live(live_writes=True)
    sent = [body["name"] for body in clinic.bodies if body]
    assert sent == ["connectorgen-contract", "connectorgen-contract"]


def test_nothing_is_written_unless_it_is_asked_for(live: Live, clinic: Clinic) -> None:
    live()
    assert {each.split()[0] for each in clinic.requests} == {"GET"}


def test_credentials_of_production_are_refused(live: Live, clinic: Clinic) -> None:
    with pytest.raises(SandboxError, match="not those of the sandbox"):
        live(live_writes=True, credentials="sk_live_1")
    assert clinic.requests == []


def test_the_environment_is_looked_at_too(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    name = live.package.CONNECTOR.facts["security_schemes"][0]["environment"][0]
    monkeypatch.setenv(name, "sk_live_1")
    with pytest.raises(SandboxError, match="not those of the sandbox"):
        live(live_writes=True, credentials=None)


@pytest.mark.parametrize(
    ("sandbox", "url", "words"),
    [
        (None, "https://x.example", "names no sandbox"),
        ({}, "https://x.example", "names no sandbox"),
        (
            {"base_url": r"//sandbox\."},
            "https://api.example",
            "base URL is not that of the sandbox",
        ),
        ({"credential": "("}, "https://api.example", "is no regular expression"),
    ],
)
def test_without_a_sandbox_nothing_is_written(
    live: Live, monkeypatch: pytest.MonkeyPatch, sandbox: object, url: str, words: str
) -> None:
    monkeypatch.setitem(live.package.CONNECTOR.facts, "sandbox", sandbox)
    with pytest.raises(SandboxError, match=words):
        check_sandbox(live.package.CONNECTOR, url, "sk_test_1")


def test_a_sandbox_by_its_url(live: Live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(live.package.CONNECTOR.facts, "sandbox", {"base_url": r"//sandbox\."})
    check_sandbox(live.package.CONNECTOR, "https://sandbox.example", "anything")


def test_drift_in_a_flow_is_found_and_cleaned_up(live: Live, clinic: Clinic) -> None:
    report = live(with_body("PATCH /pets/8", lambda pet: pet.update(kind="fish")), live_writes=True)
    found = [(each.operation, each.pointer, each.kind) for each in report.findings()]
    assert found == [("update_pet", "/kind", "enum")]
    assert list(clinic.pets) == [7]


def test_a_failing_step_does_not_stop_the_clean_up(live: Live, clinic: Clinic) -> None:
    report = live(on("PATCH /pets/8", status=500), live_writes=True)
    outcomes = {each.operation: each.outcome for each in report.results}
    assert outcomes["update_pet"] == "broken"
    assert list(clinic.pets) == [7]


def test_ctrl_c_cleans_up_and_reports(
    live: Live, clinic: Clinic, monkeypatch: pytest.MonkeyPatch
) -> None:
    _interrupt(monkeypatch, "update_pet")
    report = live(live_writes=True)
    assert report.interrupted
    assert report.failed
    assert list(clinic.pets) == [7]
    assert report.leftovers == ()


def test_what_cannot_be_removed_is_told(live: Live, clinic: Clinic) -> None:
    report = live(
        on("DELETE /pets/8", status=500, body={"code": "x", "message": ""}), live_writes=True
    )
    assert report.leftovers == ("create_pet made 8, and delete_pet failed",)
    assert report.failed


def test_a_creation_that_was_broken_off_is_told(
    live: Live, monkeypatch: pytest.MonkeyPatch
) -> None:
    _interrupt(monkeypatch, "create_pet")
    report = live(live_writes=True)
    assert report.leftovers == ("create_pet was broken off: look for 'connectorgen-contract'",)


def test_a_creation_that_was_not_answered_is_told(live: Live) -> None:
    def change(asked: str, reply: Reply) -> Reply:
        return Reply(reply.status, reply.body, cut=50) if asked == "POST /pets" else reply

    report = live(change, live_writes=True)
    assert report.leftovers == ("create_pet was not answered: look for 'connectorgen-contract'",)


def test_what_an_earlier_run_left_is_swept(live: Live, clinic: Clinic) -> None:
    clinic.pets[5] = {**clinic.pets[7], "id": 5, "name": "connectorgen-contract"}
    assert not live().failed
    assert sorted(clinic.pets) == [5, 7]
    report = live(live_writes=True)
    assert not report.failed
    assert list(clinic.pets) == [7]


def _interrupt(monkeypatch: pytest.MonkeyPatch, operation: str) -> None:
    """Ctrl-C while an operation is called."""
    from connector_runtime.client import Client

    call = Client.call

    def interrupted(self, name, *rest):  # type: ignore[no-untyped-def]
        if name == operation:
            raise KeyboardInterrupt
        return call(self, name, *rest)

    monkeypatch.setattr(Client, "call", interrupted)
