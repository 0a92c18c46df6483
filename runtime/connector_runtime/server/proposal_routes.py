"""Proposals: read, approved, rejected, run."""

from typing import Annotated

from fastapi import APIRouter, Body, Query, Response

from connector_runtime.server import bodies
from connector_runtime.server.answers import answer
from connector_runtime.server.facts import proposal_json
from connector_runtime.server.keys import Caller
from connector_runtime.server.routing import Served, keyed_router

router: APIRouter = keyed_router("/api/v1/proposals", "proposals")
Decided = Annotated[bodies.Decision, Body()]


@router.get("", response_model=bodies.ProposalList)
async def list_proposals(
    query: Annotated[bodies.ProposalsQuery, Query()], caller: Caller, platform: Served
) -> Response:
    """The tenant's proposals, newest first."""
    found = await platform.proposals.proposals(
        caller.tenant_id, state=query.state or "", most=query.limit
    )
    return answer({"proposals": [proposal_json(each) for each in found]})


@router.get("/{proposal_id}", response_model=bodies.ProposalFacts)
async def get_proposal(proposal_id: bodies.Name, caller: Caller, platform: Served) -> Response:
    """One proposal."""
    return answer(proposal_json(await platform.proposals.proposal(proposal_id, caller.tenant_id)))


@router.post("/{proposal_id}/approve", response_model=bodies.Decided)
async def approve_proposal(
    proposal_id: bodies.Name,
    caller: Caller,
    platform: Served,
    body: Decided = bodies.Decision(),  # noqa: B008  # FastAPI's way to say that it may be left out
) -> Response:
    """Approve a proposal, and run it when no other approval is needed."""
    return answer(
        await platform.proposals.approve_proposal(
            proposal_id, caller.tenant_id, _approver(caller, body), body.reason, body.confidence
        )
    )


@router.post("/{proposal_id}/reject", response_model=bodies.Decided)
async def reject_proposal(
    proposal_id: bodies.Name,
    caller: Caller,
    platform: Served,
    body: Decided = bodies.Decision(),  # noqa: B008
) -> Response:
    """Reject a proposal: nothing is run."""
    return answer(
        await platform.proposals.reject_proposal(
            proposal_id, caller.tenant_id, _approver(caller, body), body.reason
        )
    )


@router.post("/{proposal_id}/execute", response_model=bodies.Decided)
async def execute_proposal(proposal_id: bodies.Name, caller: Caller, platform: Served) -> Response:
    """Run an approved proposal that could not be run when it was approved, because the plan's quota
    was used up. One that was run answers what it answered then."""
    proposal = await platform.proposals.proposal(proposal_id, caller.tenant_id)
    if caller.kind != "human":
        caller.require(proposal.agent_id)
    return answer(await platform.proposals.execute_proposal(proposal_id, caller.tenant_id))


def _approver(caller: Caller, body: bodies.Decision) -> str:
    if body.agent_id is None:
        return caller.principal_id
    caller.require(body.agent_id)
    return body.agent_id
