"""The tenant of ``connectors serve --demo``: four agents, three mocked vendors, two keys."""

from typing import TYPE_CHECKING

from connector_runtime.client.errors import ConfigurationError

if TYPE_CHECKING:
    from connector_runtime.platform.platform import Platform

TENANT = "demo"
SERVICE, SUPERVISOR = "demo-service", "demo-supervisor"
AGENTS = {
    "student-agent-456": "student",
    "intern-agent-789": "intern",
    "supervised-agent-456": "supervised",
    "autonomous-agent-999": "autonomous",
}
CONNECTORS = ("hubspot", "salesforce", "slack")

_NEW = """
Tenant "demo": slack, salesforce and hubspot are mocks in this process, nothing leaves it.
Its two keys, shown this once:

  export AGENT_KEY={agent}
  export SUPERVISOR_KEY={supervisor}
"""
_OLD = """
Tenant "demo" is there from before; its keys were shown then. New ones:

  connectors admin key add {service} --tenant {tenant} --database {database}
  connectors admin key add {person} --tenant {tenant} --database {database}
"""
_TRY = """
Try, in another terminal: an intern may read, and must ask before it writes.

  curl -s {address}/api/agent/integration/execute -H "Authorization: Bearer $AGENT_KEY" \\
    -H 'Content-Type: application/json' -d '{{"connector_id": "slack", "operation_name":
    "send_message", "arguments": {{"channel": "#general", "text": "Hello from an intern",
    "agent_id": "intern-agent-789"}}}}'

  curl -s -X POST {address}/api/v1/proposals/PROPOSAL_ID/approve -H "Authorization: Bearer $SUPERVISOR_KEY"

  curl -s "{address}/api/v1/audit?limit=5" -H "Authorization: Bearer $SUPERVISOR_KEY"

Agents: {agents}
Operations: {address}/api/agent/integration/operations, the API: {address}/openapi.json
"""


def prepared(platform: "Platform", address: str, database: str) -> str:
    """Make what is missing of the demonstration; what to tell the user, with the keys if they are
    new. Raises :class:`ConfigurationError` where a connector is not there."""
    _check_connectors(platform)
    membership = platform.membership
    if TENANT not in membership.tenants():
        membership.add_tenant("Demonstration", id=TENANT, plan="team")
    known = {each.id for each in membership.agents(TENANT)}
    for agent_id, maturity in AGENTS.items():
        if agent_id not in known:
            membership.add_agent(TENANT, agent_id, id=agent_id, maturity=maturity)
    for connector_id in CONNECTORS:
        platform.connections.set_settings(TENANT, connector_id, {"mock": True})
    keys = _keys(platform)
    text = _NEW if keys else _OLD
    told = {"service": SERVICE, "person": SUPERVISOR, "tenant": TENANT, "database": database}
    agents = ", ".join(AGENTS)
    return (text.format(**keys, **told) + _TRY.format(address=address, agents=agents)).rstrip()


def _keys(platform: "Platform") -> dict[str, str]:
    """Keys of principals that are made now; none where they were there."""
    membership = platform.membership
    known = {each.id for each in membership.principals(TENANT)}
    if {SERVICE, SUPERVISOR} <= known:
        return {}
    if SERVICE not in known:
        membership.add_principal(TENANT, "Agents", id=SERVICE, kind="service", agents=list(AGENTS))
    if SUPERVISOR not in known:
        membership.add_principal(TENANT, "Supervisor", id=SUPERVISOR, kind="human")
    issue = platform.authentication.issue
    return {"agent": issue(TENANT, SERVICE), "supervisor": issue(TENANT, SUPERVISOR)}


def _check_connectors(platform: "Platform") -> None:
    missing = [each for each in CONNECTORS if platform.catalogue.source(each) is None]
    if missing:
        raise ConfigurationError(
            f"the demonstration needs the connectors {', '.join(missing)}: start where generated/"
            " is, or name its folder in CONNECTORS_PATH"
        )
