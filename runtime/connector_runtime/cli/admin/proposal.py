"""``connectors admin proposal``."""

from typing import get_args

import click

from connector_runtime.cli.opening import opened, tenant_command
from connector_runtime.cli.output import print_json, print_rows

_COLUMNS = ("proposal_id", "state", "agent_id", "connector_id", "operation_name", "expires_at")


@click.group("proposal")
def command() -> None:
    """What agents asked for, and the decisions on it."""


@command.command("list")
@click.option("--state", default="", help="pending, approved, executed, rejected, expired, …")
@click.option("--limit", default=100, show_default=True, type=click.IntRange(1, 10_000))
@tenant_command
def list_(state: str, limit: int, database: str, tenant: str, as_json: bool) -> None:
    """List proposals, newest first."""
    with opened(database) as it:
        from connector_runtime.governance.proposals import State
        from connector_runtime.server.facts import proposal_json

        if state and state not in get_args(State):
            raise click.UsageError(f"--state {state}: there are {', '.join(get_args(State))}")
        found = it.run(it.platform.proposals.proposals(it.tenant(tenant), state=state, most=limit))
    print_rows([proposal_json(each) for each in found], _COLUMNS, as_json=as_json)


@command.command("show")
@click.argument("proposal_id")
@tenant_command
def show(proposal_id: str, database: str, tenant: str, as_json: bool) -> None:
    """Show a proposal with its arguments; what is secret in them is not shown."""
    with opened(database) as it:
        from connector_runtime.server.facts import proposal_json

        found = it.run(it.platform.proposals.proposal(proposal_id, it.tenant(tenant)))
    facts = proposal_json(found)
    if as_json:
        print_json(facts)
        return
    for name, value in facts.items():
        click.echo(f"{name:<15} {'-' if value is None else value}")


@command.command("approve")
@click.argument("proposal_id")
@click.option("--as", "approver", required=True, help="A person, or an autonomous agent, by id.")
@click.option("--reason", default="")
@click.option("--confidence", type=click.FloatRange(0, 1))
@tenant_command
def approve(
    proposal_id: str,
    approver: str,
    reason: str,
    confidence: float | None,
    database: str,
    tenant: str,
    as_json: bool,
) -> int:
    """Approve a proposal, and run it when no other approval is needed. Exits 1 where it failed."""
    with opened(database) as it:
        decided = it.run(
            it.platform.proposals.approve_proposal(
                proposal_id, it.tenant(tenant), approver, reason, confidence
            )
        )
    if as_json:
        print_json(decided)
    else:
        rest = decided.get("result") or decided.get("error") or decided.get("awaiting") or ""
        click.echo(f"{decided['status']} {rest}".rstrip())
    return 1 if "error" in decided else 0


@command.command("reject")
@click.argument("proposal_id")
@click.option("--as", "approver", required=True, help="A person, or an autonomous agent, by id.")
@click.option("--reason", default="")
@tenant_command
def reject(
    proposal_id: str, approver: str, reason: str, database: str, tenant: str, as_json: bool
) -> None:
    """Reject a proposal: nothing is run."""
    with opened(database) as it:
        decided = it.run(
            it.platform.proposals.reject_proposal(proposal_id, it.tenant(tenant), approver, reason)
        )
    if as_json:
        print_json(decided)
    else:
        click.echo(decided["status"])
