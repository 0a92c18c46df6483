"""Twenty-one ways in which platforms of this kind have failed: where each is shown not to be ours."""

import ast
import asyncio
from pathlib import Path

import pytest

from connector_runtime.platform.entity_skill_executor import EntitySkillExecutor
from connector_runtime.platform.platform import Platform
from tests.runtime.governance.test_proposals import approve, play, propose
from tests.runtime.platform.deployments import Deployment, add_people, trail

TESTS = Path(__file__).parents[2]
RUNTIME, HERE = "runtime", "runtime/governance/test_known_defects.py"
CALLS, PROPOSALS = "runtime/execution", "runtime/governance/test_proposals.py"
BREAKER = "runtime/client/resilience/test_breaker.py"
ATTEMPTS = "runtime/client/resilience/test_attempts.py"

DEFECTS: dict[int, list[str] | str] = {
    1: [
        "generator/infer/test_complexity.py::test_levels",
        f"{HERE}::test_levels_are_not_guessed_from_names",
        f"{RUNTIME}/governance/test_matrix.py::test_can_perform_action",
    ],
    2: [f"{CALLS}/test_every_entry.py::test_no_denied_call_reaches_the_vendor"],
    3: [
        f"{RUNTIME}/governance/test_matrix.py::test_policies_only_tighten_and_a_broken_one_denies",
        f"{CALLS}/test_refusals.py::an_intent_that_cannot_be_written",
    ],
    4: [f"{PROPOSALS}::test_what_is_approved_is_run_once_and_its_answer_kept"],
    5: [f"{PROPOSALS}::test_what_is_approved_is_run_once_and_its_answer_kept"],
    6: [
        f"{PROPOSALS}::test_who_may_not_approve",
        f"{PROPOSALS}::test_neither_the_agent_nor_its_principal_approves",
        f"{PROPOSALS}::test_a_proposal_expires",
        f"{PROPOSALS}::test_a_ciphertext_of_another_row_does_not_open",
        f"{CALLS}/test_concurrency.py::test_100_approvals_in_4_processes_are_one_execution",
        f"{RUNTIME}/governance/test_foreign_ids.py"
        "::test_an_id_of_another_tenant_is_missing_and_the_attempt_is_audited",
    ],
    7: [f"{PROPOSALS}::test_what_is_critical_needs_a_person_and_an_agent"],
    8: "A proposal cannot be edited yet: other arguments are another proposal.",
    9: [f"{CALLS}/test_refusals.py::a_vendor_that_has_failed_too_often"],
    10: [
        f"{BREAKER}::test_what_is_older_than_thirty_seconds_is_forgotten",
        f"{BREAKER}::test_a_thousand_tasks_send_one_probe",
        f"{BREAKER}::test_neutral_outcomes_say_nothing",
    ],
    11: [f"{CALLS}/test_concurrency.py::test_1000_calls_of_2_processes_use_a_quota_of_50_exactly"],
    12: [
        f"{ATTEMPTS}::test_an_outage_of_ten_thousand_calls_sends_few_retries",
        f"{CALLS}/test_refusals.py::a_write_whose_reply_is_lost",
        f"{CALLS}/test_crashes.py::test_a_single_call_is_never_sent_again",
        f"{CALLS}/test_crashes.py::test_a_step_that_may_be_sent_again_is_sent_with_the_same_key",
    ],
    13: [
        f"{RUNTIME}/governance/test_redaction.py::test_no_door_of_the_platform_shows_a_secret",
        f"{RUNTIME}/governance/test_audit.py::test_times_are_utc_whatever_the_zone",
        f"{CALLS}/test_refusals.py::an_intent_that_cannot_be_written",
    ],
    14: [f"{RUNTIME}/governance/test_matrix.py::test_actions_are_looked_up_and_never_split"],
    15: "There is no MCPService yet.",
    16: "There is no MCPService yet; services are kept by tenant (tests/runtime/connectors).",
    17: [
        f"{RUNTIME}/store/test_opening.py::test_another_master_key",
        f"{PROPOSALS}::test_a_ciphertext_of_another_row_does_not_open",
        f"{HERE}::test_credentials_moved_to_another_tenant_do_not_open",
    ],
    18: "There is no world model yet.",
    19: [f"{HERE}::test_a_change_of_maturity_is_in_the_trail"],
    20: [f"{HERE}::test_confidence_promotes_nobody"],
    21: ["runtime/workflows/test_references.py::test_values_are_not_read_for_references"],
}
"""Of each defect the tests, or why there is nothing to test."""


def test_there_is_a_line_for_each() -> None:
    assert sorted(DEFECTS) == list(range(1, 22))


@pytest.mark.parametrize("number", DEFECTS)
def test_each_test_is_there(number: int) -> None:
    told = DEFECTS[number]
    for node in [] if isinstance(told, str) else told:
        file, _, name = node.partition("::")
        tree = ast.parse((TESTS / file).read_bytes())
        functions = (ast.FunctionDef, ast.AsyncFunctionDef)
        assert name in {each.name for each in tree.body if isinstance(each, functions)}, node


def test_levels_are_not_guessed_from_names(deployment: Deployment) -> None:
    file = deployment.folder / "integrations" / "recording_service.py"
    lines = """
            listed("refund", 4),
            listed("get_payment_methods", 1),
            listed("list_deleted_items", 1),
            listed("invite_user", None),
            listed("void_invoice", 7),
            listed("grant_access", True),
    """
    file.write_text(file.read_text().replace('            listed("look", 1),\n', lines))
    platform = deployment.open()
    with platform.store:
        levels = {each.name: each.complexity for each in platform.catalogue.operations("recording")}
    assert levels["refund"] == 4
    assert levels["get_payment_methods"] == levels["list_deleted_items"] == 1
    assert levels["invite_user"] == levels["void_invoice"] == levels["grant_access"] == 4


def test_credentials_moved_to_another_tenant_do_not_open(deployment: Deployment) -> None:
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        add_people(platform, "other")
        for tenant in ("t", "other"):
            token = {"token": f"token-of-{tenant}"}
            platform.connections.set_credentials(tenant, "stripe", "bearer", token)
        with platform.store.writing() as connection:
            columns = ("wrapped_key", "ciphertext")
            stolen = ", ".join(
                f"{each} = (SELECT {each} FROM connections WHERE tenant_id = 'other')"
                for each in columns
            )
            connection.exec_driver_sql(f"UPDATE connections SET {stolen} WHERE tenant_id = 't'")
        answer = asyncio.run(
            EntitySkillExecutor(platform).execute_integration_skill(
                "t", "t-student", "stripe", "list_customers", {}
            )
        )
        assert answer["code"] == "CONFIGURATION_INVALID"
        assert "token-of" not in repr(answer)
        assert trail(platform)[-1].outcome == "blocked"


def test_a_change_of_maturity_is_in_the_trail(deployment: Deployment) -> None:
    platform = deployment.open()
    with platform.store:
        add_people(platform)
        platform.membership.set_maturity("t", "t-student", "autonomous")
        last = trail(platform)[-1]
        assert (last.agent_id, last.reason) == ("t-student", "agent maturity: autonomous")


def test_confidence_promotes_nobody(deployment: Deployment) -> None:
    async def scenario(platform: Platform) -> None:
        for _ in range(12):
            await approve(platform, await propose(platform), "t-autonomous")
        agents = {each.id: each.status for each in platform.membership.agents("t")}
        assert agents["t-intern"] == "intern"

    play(deployment, scenario)
