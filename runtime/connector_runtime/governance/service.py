"""May an agent do something: the question as programs ask it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol, TypedDict

from connector_runtime.errors import PlatformError
from connector_runtime.governance.agents import Agents
from connector_runtime.governance.decisions import Decision, Policy, Subject, decide
from connector_runtime.governance.matrix import CRITICAL, Maturity, Verdict


class Action(NamedTuple):
    """An operation by the name of its action."""

    connector_id: str
    operation_name: str
    complexity: int


class Actions(Protocol):
    """All actions: ``integration_<connector>_<operation>`` to what it is."""

    def action(self, action_type: str) -> Action | None:
        """The operation of an action; None for one that there is not."""
        ...

    def action_types(self) -> Iterator[str]:
        """The names of all actions."""
        ...


class Permission(TypedDict):
    """The answer to a question for permission."""

    allowed: bool
    reason: str
    verdict: Verdict
    code: str | None
    agent_status: str
    action_complexity: int
    required_status: Maturity | None
    requires_human_approval: bool
    trace: list[str]


class AgentGovernanceService:
    """Decides from the matrix and the policies, which only tighten it."""

    def __init__(self, agents: Agents, actions: Actions, policies: Sequence[Policy] = ()) -> None:
        self.agents = agents
        self.policies = tuple(policies)
        self._actions = actions

    @property
    def ACTION_COMPLEXITY(self) -> Mapping[str, int]:  # noqa: N802  # its name in the guide
        """Every action that there is, with its complexity."""
        return {name: self._subject(name).complexity for name in self._actions.action_types()}

    def can_perform_action(
        self, agent_id: str, action_type: str, tenant_id: str, db: object = None
    ) -> Permission:
        """Whether an agent may do something without asking.

        ``action_type`` is ``integration_<connector>_<operation>``; one that there is not counts as
        critical. ``db`` is not needed. Never raises: an error is a denial.
        """
        subject = self._subject(action_type)
        try:
            agent = self.agents.facts(tenant_id, agent_id)
        except PlatformError as error:
            return _denied(error, subject)
        return _permission(decide(agent, subject, self.policies), agent.maturity, subject)

    def _subject(self, action_type: str) -> Subject:
        action = self._actions.action(action_type)
        return Subject("", action_type, CRITICAL) if action is None else Subject(*action)


def _permission(decision: Decision, maturity: str, subject: Subject) -> Permission:
    return Permission(
        allowed=decision.verdict == "allow",
        reason=decision.reason,
        verdict=decision.verdict,
        code=decision.code,
        agent_status=maturity,
        action_complexity=subject.complexity,
        required_status=decision.required,
        requires_human_approval=decision.verdict == "propose",
        trace=list(decision.trace),
    )


def _denied(error: PlatformError, subject: Subject) -> Permission:
    return Permission(
        allowed=False,
        reason=str(error),
        verdict="deny",
        code=error.code,
        agent_status="",
        action_complexity=subject.complexity,
        required_status=None,
        requires_human_approval=False,
        trace=[],
    )
