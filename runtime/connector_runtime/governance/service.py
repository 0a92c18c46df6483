"""May an agent do something: the question as programs ask it."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.errors import PlatformError
from connector_runtime.governance.agents import Agents
from connector_runtime.governance.decisions import Decision, Policy, Subject, decide
from connector_runtime.governance.matrix import CRITICAL, Maturity, Verdict


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

    def __init__(
        self, agents: Agents, catalogue: Catalogue, policies: Sequence[Policy] = ()
    ) -> None:
        self._agents = agents
        self._policies = tuple(policies)
        self._catalogue = catalogue
        self._subjects: dict[str, Subject] = {}

    @property
    def ACTION_COMPLEXITY(self) -> Mapping[str, int]:  # noqa: N802  # its name in the guide
        """Every action that there is, with its complexity."""
        return {
            f"integration_{each.connector_id}_{each.name}": each.complexity
            for connector in self._catalogue.connectors()
            for each in self._catalogue.operations(connector.connector_id)
        }

    def can_perform_action(
        self, agent_id: str, action_type: str, tenant_id: str, db: object = None
    ) -> Permission:
        """Whether an agent may do something without asking.

        ``action_type`` is ``integration_<connector>_<operation>``; one that there is not counts as
        critical. ``db`` is not needed. Never raises: an error is a denial.
        """
        subject = self._subject(action_type)
        try:
            agent = self._agents.facts(tenant_id, agent_id)
        except PlatformError as error:
            return _denied(error, subject)
        return _permission(decide(agent, subject, self._policies), agent.maturity, subject)

    def _subject(self, action_type: str) -> Subject:
        subject = self._subjects.get(action_type)
        if subject is None:
            subject = self._resolved(action_type)
            if subject.connector_id:
                # Only what there is: a caller cannot fill our memory with names.
                self._subjects[action_type] = subject
        return subject

    def _resolved(self, action_type: str) -> Subject:
        found = self._catalogue.resolve_action(action_type)
        operation = None if found is None else self._catalogue.operation(*found)
        if operation is None:
            return Subject("", action_type, CRITICAL)
        return Subject(operation.connector_id, operation.name, operation.complexity)


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
