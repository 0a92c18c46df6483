"""The guide's three endpoints: execute, operations, workflow."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response

from connector_runtime.connectors.metadata import connector_json
from connector_runtime.errors import ArgumentsInvalidError, IntegrationNotFoundError
from connector_runtime.execution.arguments import copied_object, invalid
from connector_runtime.execution.requests import Done, Request, envelope_of
from connector_runtime.platform.platform import Platform
from connector_runtime.server import bodies
from connector_runtime.server.answers import answer
from connector_runtime.server.keys import Caller
from connector_runtime.server.routing import Served, keyed_router

router: APIRouter = keyed_router("/api/agent/integration", "agents")


@router.post("/execute", response_model=bodies.Success | bodies.ProposalCreated)
async def execute_operation(
    body: bodies.ExecuteRequest, caller: Caller, platform: Served
) -> Response:
    """Run one operation on behalf of an agent, or propose it where the agent must ask.

    The agent is one that the key's principal may act as; the tenant is the key's.
    """
    agent_id, arguments = _agent_and_arguments(body)
    caller.require(agent_id)
    request = Request(
        caller.tenant_id,
        agent_id,
        body.connector_id,
        body.operation_name,
        arguments,
        principal_id=caller.principal_id,
        workspace_id=body.workspace_id or "",
    )
    done = await platform.executor.execute(request)
    left = done.remaining if isinstance(done, Done) else None
    headers = None if left is None else {"RateLimit-Remaining": str(left)}
    return answer(envelope_of(done), headers=headers)


@router.get("/operations", response_model=bodies.ConnectorOperations | bodies.AllOperations)
async def list_operations(
    query: Annotated[bodies.OperationsQuery, Query()], caller: Caller, platform: Served
) -> Response:
    """What the tenant's agents can run, with the maturity that each operation needs."""

    def read() -> dict[str, Any]:
        if query.connector_id is not None:
            return _connector(platform, caller.tenant_id, query.connector_id)
        listed = _enabled(platform, caller.tenant_id)
        return {"connectors": [_operations(platform, each) for each in listed]}

    return answer(await platform.store.run(read))


@router.post("/workflow", response_model=bodies.WorkflowAnswer, response_model_exclude_unset=True)
async def execute_workflow(
    body: bodies.WorkflowRequest, caller: Caller, platform: Served
) -> Response:
    """Run operations in a row, or go on with a run that was paused or has failed.

    A failed workflow is an answer with the status `failed`, not an HTTP error.
    """
    caller.require(body.agent_id)
    steps = [each.model_dump() for each in body.workflow_steps]
    workflows = platform.workflows
    if body.resume_from_step == 1 and body.workflow_id is None:
        going = workflows.start(caller.tenant_id, body.agent_id, steps, caller.principal_id)
    else:
        going = workflows.resume(
            caller.tenant_id, body.agent_id, steps, body.resume_from_step, body.workflow_id or ""
        )
    try:
        return answer(await going)
    except ArgumentsInvalidError as error:
        if "pointer" in error.details:
            # It leads into the steps; ours lead into the body.
            error.details["pointer"] = f"/workflow_steps{error.details['pointer']}"
        raise


def _agent_and_arguments(body: bodies.ExecuteRequest) -> tuple[str, dict[str, Any]]:
    """Who acts, and what with: the guide writes ``agent_id`` among the arguments, too."""
    arguments = copied_object(body.arguments, "", "/arguments")
    inside = arguments.pop("agent_id", None)
    if inside is None:
        if body.agent_id is None:
            raise invalid("", "/agent_id", "is required")
        return body.agent_id, arguments
    if not isinstance(inside, str) or not inside:
        raise invalid("", "/arguments/agent_id", "must be a name")
    if body.agent_id not in (None, inside):
        raise invalid("", "/arguments/agent_id", "is not the agent of the request")
    return inside, arguments


def _connector(platform: Platform, tenant_id: str, connector_id: str) -> dict[str, Any]:
    if connector_id not in _enabled(platform, tenant_id):
        raise IntegrationNotFoundError
    return _operations(platform, connector_id)


def _enabled(platform: Platform, tenant_id: str) -> list[str]:
    """What the tenant has enabled and can be used."""
    return [
        each.connector_id
        for each in platform.connections.list(tenant_id)
        if each.is_active and platform.catalogue.source(each.connector_id) is not None
    ]


def _operations(platform: Platform, connector_id: str) -> dict[str, Any]:
    return connector_json(connector_id, platform.catalogue.operations(connector_id))
