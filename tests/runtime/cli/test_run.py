"""``connectors run``, and the proposals that it leads to."""

import json
from pathlib import Path

import pytest

from tests.runtime.cli.consoles import Console, acme, console

__all__ = ["acme", "console"]

_YAML = """\
workflow_steps:
  - connector: salesforce
    operation: get_account
    args: {id: 001xx000003}
  - connector: slack
    operation: send_message
    args: {channel: "#sales", text: "Account: ${step_1.name}"}
"""


def test_a_workflow_that_is_completed(acme: Console) -> None:
    Path("flow.yaml").write_text(_YAML)
    code, out, err = acme.run("run", "flow.yaml", "--agent", "supervised")
    assert code == 0, err
    assert "2  slack.send_message  success" in out
    assert "completed: 2 of 2 steps" in out
    assert "step 2  slack.send_message  success" in err


def test_a_workflow_that_pauses_is_approved_and_resumed(acme: Console) -> None:
    Path("flow.yaml").write_text(_YAML + "agent_id: intern\n")
    paused = acme.told("run", "flow.yaml", code=3)
    assert (paused["status"], paused["steps_completed"]) == ("paused", 1)
    (proposal,) = acme.told("admin", "proposal", "list", "--state", "pending")
    assert proposal["proposal_id"] == paused["proposal_id"]
    assert "Account: Acme Corp" in acme.done("admin", "proposal", "show", paused["proposal_id"])
    refused = ("admin", "proposal", "approve", paused["proposal_id"], "--as", "intern")
    assert "cannot approve their own" in acme.refused(*refused, code=1)
    approved = acme.told("admin", "proposal", "approve", paused["proposal_id"], "--as", "boss")
    assert approved["status"] == "executed"
    Path("flow.json").write_text(
        json.dumps(
            {
                "agent_id": "intern",
                "resume_from_step": 2,
                "workflow_steps": [
                    {"connector": "salesforce", "operation": "get_account", "args": _ARGUMENTS[0]},
                    {"connector": "slack", "operation": "send_message", "args": _ARGUMENTS[1]},
                ],
            }
        )
    )
    done = acme.told("run", "flow.json")
    assert (done["status"], done["workflow_id"]) == ("completed", paused["workflow_id"])
    assert done["results"][1]["result"] == approved["result"]


_ARGUMENTS = (
    {"id": "001xx000003"},
    {"channel": "#sales", "text": "Account: ${step_1.name}"},
)


def test_a_rejected_proposal(acme: Console) -> None:
    Path("flow.yaml").write_text(_YAML + "agent_id: intern\n")
    paused = acme.told("run", "flow.yaml", code=3)
    reject = ("admin", "proposal", "reject", paused["proposal_id"], "--as", "boss")
    assert acme.done(*reject) == "rejected\n"
    assert "already decided" in acme.refused(*reject, code=1)
    Path("flow.yaml").write_text(_YAML + "agent_id: intern\nresume_from_step: 2\n")
    assert acme.told("run", "flow.yaml", code=1)["status"] == "failed"


def test_a_workflow_that_fails(acme: Console) -> None:
    Path("flow.yaml").write_text(_YAML.replace("slack", "zendesk"))
    code, out, _ = acme.run("run", "flow.yaml", "--agent", "supervised")
    assert code == 1
    assert "2  zendesk.send_message  error  Integration not found" in out
    assert "failed: 1 of 2 steps" in out


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.yaml", "workflow_steps: [", "a.yaml:1:18: "),
        ("a.yaml", "- 1", "it must be an object with workflow_steps"),
        ("a.yaml", "workflow_steps: []\nmore: 1", "/more is not known here"),
        ("a.yaml", "agent_id: x", "/workflow_steps is required"),
        ("a.yaml", "workflow_steps: []", "a.yaml: Invalid parameters: workflow_steps must have"),
        ("a.yaml", "workflow_steps: [{connector: a}]", "workflow_steps/0/"),
        ("a.yaml", "workflow_steps: 2026-01-01", "workflow_steps must be a list"),
        ("a.yaml", "workflow_steps: []\nresume_from_step: x", "/resume_from_step must be"),
        ("a.yaml", _YAML.replace("step_1", "step_2"), "Variable substitution failed"),
        ("a.json", '{"workflow_steps":\n }', "a.json:2:2: "),
        ("a.json", "[" * 100_000, "a.json: "),
    ],
)
def test_a_file_that_is_no_workflow(acme: Console, name: str, text: str, said: str) -> None:
    Path(name).write_text(text)
    assert said in acme.refused("run", name, "--agent", "supervised")


def test_a_run_needs_an_agent_of_the_tenant(acme: Console) -> None:
    Path("flow.yaml").write_text(_YAML)
    assert "no agent_id" in acme.refused("run", "flow.yaml")
    assert "Agent not found" in acme.refused("run", "flow.yaml", "--agent", "nobody")
    assert "no-file.yaml" in acme.refused("run", "no-file.yaml")
    Path("binary.yaml").write_bytes(b"\xff")
    assert "not UTF-8, at byte 0" in acme.refused("run", "binary.yaml", "--agent", "intern")
