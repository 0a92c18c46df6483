"""May this agent run this operation: decided from facts, with the trace of how."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, TypeAlias

from connector_runtime.client.codes import ErrorCode
from connector_runtime.errors import AgentInactiveError, MaturityInsufficientError, PlatformError
from connector_runtime.governance.matrix import (
    Maturity,
    Verdict,
    required_maturity,
    stricter,
    verdict_of,
)

APPROVAL_NEEDED = "Intern agent requires human approval"


@dataclass(frozen=True, slots=True)
class AgentFacts:
    """What decides about an agent."""

    id: str
    tenant_id: str
    maturity: str
    state: str
    version: int


class Subject(NamedTuple):
    """What an agent wants to run."""

    connector_id: str
    operation_name: str
    complexity: int
    arguments: Mapping[str, Any] = {}


class Ruling(NamedTuple):
    """What one policy says, and why."""

    verdict: Verdict
    why: str


Policy: TypeAlias = Callable[[AgentFacts, Subject], Ruling | None]
"""May only tighten: a ruling that allows more than the matrix changes nothing. None: no opinion."""


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, its reason, and each rule that spoke."""

    verdict: Verdict
    code: ErrorCode | None
    reason: str
    required: Maturity
    trace: tuple[str, ...]

    def refusal(self, agent: AgentFacts, subject: Subject) -> PlatformError:
        """The error that tells of a ``deny``."""
        if self.code == "AGENT_INACTIVE":
            return AgentInactiveError(self.reason, details={"state": agent.state})
        action = f"{subject.connector_id}.{subject.operation_name}"
        return MaturityInsufficientError(
            details={
                "message": f"Agent '{agent.id}' not allowed to execute '{action}'",
                "required_maturity": self.required,
                "current_maturity": agent.maturity,
                "trace": list(self.trace),
            }
        )


def decide(agent: AgentFacts, subject: Subject, policies: Sequence[Policy] = ()) -> Decision:
    """The verdict of the agent's state, the matrix and the policies: the strictest of them."""
    required = required_maturity(subject.complexity)
    if agent.state != "active":
        reason = f"Agent is {agent.state}"
        return Decision("deny", "AGENT_INACTIVE", reason, required, (f"state: {agent.state}",))
    verdict = verdict_of(agent.maturity, subject.complexity)
    trace = [f"matrix: {agent.maturity} at complexity {subject.complexity}: {verdict}"]
    for policy in policies:
        ruling = _ruling(policy, agent, subject)
        if ruling is not None:
            verdict = stricter(verdict, ruling.verdict)
            trace.append(f"policy: {ruling.verdict}: {ruling.why}")
    return Decision(verdict, *_told(verdict), required, tuple(trace))


def _told(verdict: Verdict) -> tuple[ErrorCode | None, str]:
    if verdict == "deny":
        return "MATURITY_INSUFFICIENT", MaturityInsufficientError.text
    return (None, "") if verdict == "allow" else ("PROPOSAL_REQUIRED", APPROVAL_NEEDED)


def _ruling(policy: Policy, agent: AgentFacts, subject: Subject) -> Ruling | None:
    try:
        return policy(agent, subject)
    except Exception as error:  # a policy that fails has not agreed
        return Ruling("deny", f"a policy failed: {type(error).__name__}")
