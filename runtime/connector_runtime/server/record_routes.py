"""What happened: runs and the audit trail."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from connector_runtime.server import bodies
from connector_runtime.server.answers import answer
from connector_runtime.server.facts import record_json, run_json
from connector_runtime.server.keys import Caller
from connector_runtime.server.routing import Served, keyed_router

router: APIRouter = keyed_router("/api/v1", "records")


@router.get("/runs", response_model=bodies.RunList)
async def list_runs(
    query: Annotated[bodies.RunsQuery, Query()], caller: Caller, platform: Served
) -> Response:
    """The tenant's workflow runs, newest first."""
    found = await platform.workflows.listed(
        caller.tenant_id, status=query.status or "", most=query.limit
    )
    return answer({"runs": [run_json(each) for each in found]})


@router.get("/runs/{workflow_id}", response_model=bodies.WorkflowAnswer)
async def get_run(workflow_id: bodies.Name, caller: Caller, platform: Served) -> Response:
    """One run, with the results of its steps when it is paused or over."""
    return answer(await platform.workflows.state(caller.tenant_id, workflow_id))


@router.get("/audit", response_model=bodies.AuditList)
async def list_audit(
    query: Annotated[bodies.AuditQuery, Query()], caller: Caller, platform: Served
) -> Response:
    """The last records of the tenant's audit trail, newest first."""
    records = await platform.store.run(platform.audit.newest, caller.tenant_id, query.limit)
    return answer({"records": [record_json(each) for each in records]})
