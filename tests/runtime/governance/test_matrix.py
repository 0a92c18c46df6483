"""Who may do what: the matrix, agent states, policies, and the question as programs ask it."""

from pathlib import Path

import pytest
from sqlalchemy import text

from connector_runtime.governance.decisions import (
    AgentFacts,
    Decision,
    Policy,
    Ruling,
    Subject,
    decide,
)
from connector_runtime.governance.matrix import MATURITIES, required_maturity, verdict_of
from tests.runtime.platform.deployments import OPERATIONS, Deployment, add_people

MATRIX = {
    "student": ("allow", "deny", "deny", "deny"),
    "intern": ("allow", "allow", "propose", "propose"),
    "supervised": ("allow", "allow", "allow", "deny"),
    "autonomous": ("allow", "allow", "allow", "allow"),
}
CELLS = [
    (maturity, complexity, verdict)
    for maturity, row in MATRIX.items()
    for complexity, verdict in enumerate(row, 1)
]


def decision(
    maturity: str, complexity: int, state: str = "active", policies: tuple[Policy, ...] = ()
) -> Decision:
    agent = AgentFacts("a", "t", maturity, state, 1)
    return decide(agent, Subject("c", "o", complexity), policies)


@pytest.mark.parametrize(("maturity", "complexity", "verdict"), CELLS)
def test_matrix(maturity: str, complexity: int, verdict: str) -> None:
    for written in (maturity, maturity.upper(), maturity.title()):
        assert verdict_of(written, complexity) == verdict
        assert decision(written, complexity).verdict == verdict


@pytest.mark.parametrize("maturity", MATURITIES)
@pytest.mark.parametrize("complexity", [0, 5, -1, 99])
def test_a_complexity_that_there_is_not_counts_as_critical(maturity: str, complexity: int) -> None:
    assert verdict_of(maturity, complexity) == verdict_of(maturity, 4)
    assert required_maturity(complexity) == "autonomous"


@pytest.mark.parametrize("maturity", ["", "expert", "autonomous ", "root"])
def test_a_maturity_that_there_is_not_may_do_nothing(maturity: str) -> None:
    assert {decision(maturity, complexity).verdict for complexity in (1, 2, 3, 4)} == {"deny"}


@pytest.mark.parametrize("state", ["paused", "stopped", "", "Active!"])
def test_only_active_agents_may_do_anything(state: str) -> None:
    for maturity in MATURITIES:
        for complexity in OPERATIONS:
            refused = decision(maturity, complexity, state)
            assert (refused.verdict, refused.code) == ("deny", "AGENT_INACTIVE")


def test_policies_only_tighten_and_a_broken_one_denies() -> None:
    def lenient(agent: AgentFacts, subject: Subject) -> Ruling:
        return Ruling("allow", "anything goes")

    def careful(agent: AgentFacts, subject: Subject) -> Ruling:
        return Ruling("propose", "too much")

    def broken(agent: AgentFacts, subject: Subject) -> Ruling:
        raise RuntimeError("sk_live_abcdefgh12345678")

    assert decision("student", 3, policies=(lenient,)).verdict == "deny"
    assert decision("autonomous", 4, policies=(careful, lenient)).verdict == "propose"
    told = decision("autonomous", 1, policies=(broken,))
    assert told.verdict == "deny"
    assert "sk_live" not in repr(told)


def test_can_perform_action(deployment: Deployment) -> None:
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        add_people(platform, "other")
        may = platform.governance.can_perform_action
        for maturity, complexity, verdict in CELLS:
            action = f"integration_recording_{OPERATIONS[complexity]}"
            answer = may(f"t-{maturity}", action, "t")
            assert (answer["verdict"], answer["allowed"]) == (verdict, verdict == "allow")
            assert answer["requires_human_approval"] == (verdict == "propose")
        assert may("t-supervised", "integration_recording_unlisted", "t")["verdict"] == "deny"
        assert may("t-autonomous", "no such thing", "t")["action_complexity"] == 4
        foreign = may("other-autonomous", "integration_recording_look", "t")
        assert (foreign["allowed"], foreign["code"]) == (False, "CROSS_TENANT_ACCESS_DENIED")
        for agent, tenant in (("nobody", "t"), ("t-autonomous", "nowhere"), ("\0\ud800", "t")):
            unknown = may(agent, "integration_recording_look", tenant)
            assert (unknown["allowed"], unknown["code"]) == (False, "NOT_FOUND")


def test_a_promotion_holds_from_the_next_question_on(deployment: Deployment) -> None:
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        action = "integration_recording_write"
        may = platform.governance.can_perform_action
        assert not may("t-student", action, "t")["allowed"]
        platform.membership.set_maturity("t", "t-student", "supervised")
        assert may("t-student", action, "t")["allowed"]
        platform.membership.set_state("t", "t-student", "paused")
        assert may("t-student", action, "t")["reason"] == "Agent is paused"


def test_the_status_of_an_agent_is_read_in_any_case(deployment: Deployment) -> None:
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        with platform.store.writing() as connection:
            change = "UPDATE agents SET status = 'SuperVised' WHERE id = 't-student'"
            connection.execute(text(change))
        assert platform.governance.can_perform_action(
            "t-student", "integration_recording_write", "t"
        )["allowed"]


def test_actions_are_looked_up_and_never_split(deployment: Deployment) -> None:
    """Two connectors of which the id of one is the beginning of the other's."""
    source = (deployment.folder / "integrations" / "recording_service.py").read_text()
    for name in ("recording_look", "recording_more"):
        cls = "".join(part.capitalize() for part in name.split("_"))
        file = Path(deployment.folder / "integrations" / f"{name}_service.py")
        file.write_text(source.replace("RecordingService(", f"{cls}Service("))
    platform = deployment.open()
    with platform.store:
        resolve = platform.catalogue.resolve_action
        assert resolve("integration_recording_more_write") == ("recording_more", "write")
        assert resolve("integration_recording_look") == ("recording", "look")
        assert resolve("integration_recording_look_look") == ("recording_look", "look")
