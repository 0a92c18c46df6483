"""The executor as programs know it: dictionaries in, dictionaries out, and no exception for a no."""

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from connector_runtime.client.errors import ConnectorError
from connector_runtime.errors import PlatformError, envelope
from connector_runtime.execution.arguments import copied_object
from connector_runtime.execution.requests import Request, envelope_of
from connector_runtime.platform.platform import Platform
from connector_runtime.workflows import references


class EntitySkillExecutor:
    """Runs integration operations and workflows on behalf of agents."""

    def __init__(self, platform: Platform) -> None:
        self.platform = platform

    async def execute_integration_skill(
        self,
        tenant_id: str,
        agent_id: str,
        connector_id: str,
        operation_name: str,
        arguments: Mapping[str, Any],
        workspace_id: str | None = None,
    ) -> dict[str, Any]:
        """Run one operation.

        Answers ``{"status": "success", "result": {…}}``, ``{"status": "proposal_created",
        "proposal_id": …, "reason": …}`` or ``{"status": "error", "error": …, "code": …}``.
        """
        try:
            request = Request(
                tenant_id,
                agent_id,
                connector_id,
                operation_name,
                copied_object(arguments, "", "/arguments"),
                workspace_id=workspace_id or "",
            )
            return envelope_of(await self.platform.executor.execute(request))
        except (PlatformError, ConnectorError) as error:
            return envelope(error)

    async def execute_multi_step_workflow(
        self,
        tenant_id: str,
        agent_id: str,
        workflow_steps: Sequence[Mapping[str, Any]],
        resume_from_step: int = 1,
        workflow_id: str | None = None,
    ) -> dict[str, Any]:
        """Run operations in a row; each may refer to results before it: ``${step_1.name}``.

        Answers ``{"workflow_id", "status", "steps_completed", "total_steps", "results"}`` with the
        status ``completed``, ``paused`` (then with ``proposal_id``) or ``failed``; or
        ``{"status": "error", …}`` where no step was run. With ``resume_from_step`` above 1 a run that
        stopped there goes on; with ``workflow_id`` that one.
        """
        workflows = self.platform.workflows
        try:
            if resume_from_step == 1 and workflow_id is None:
                return await workflows.start(tenant_id, agent_id, workflow_steps)
            return await workflows.resume(
                tenant_id, agent_id, workflow_steps, resume_from_step, workflow_id or ""
            )
        except (PlatformError, ConnectorError) as error:
            return envelope(error)

    def _inject_workflow_context(
        self, arguments: Mapping[str, Any], chain_context: Mapping[int, Any], step: int
    ) -> dict[str, Any]:
        """The arguments of a step with the results of the steps before it in their places."""
        return references.substitute(arguments, chain_context, step)


class _Default:
    lock = threading.Lock()
    executor: EntitySkillExecutor | None = None


def get_entity_skill_executor() -> EntitySkillExecutor:
    """The executor of the process: of the platform that :func:`use_platform` named, else of one that
    is opened as the environment says."""
    with _Default.lock:
        if _Default.executor is None:
            _Default.executor = EntitySkillExecutor(Platform.open())
        return _Default.executor


def use_platform(platform: Platform | None) -> None:
    """Let :func:`get_entity_skill_executor` answer with this platform's executor; None: forget it."""
    with _Default.lock:
        _Default.executor = None if platform is None else EntitySkillExecutor(platform)
