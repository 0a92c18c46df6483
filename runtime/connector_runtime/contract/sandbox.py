"""Whether writes are allowed: only where the description names a sandbox, and only inside it.

The fact ``sandbox`` of a connector (``x-connector-sandbox`` of its description) has ``base_url`` or
``credential``, or both: regular expressions that are searched for in what is really used.
"""

import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any, cast

from connector_runtime.client.auth.choice import choose
from connector_runtime.client.auth.schemes import Requirement, read_requirements, read_schemes
from connector_runtime.client.auth.wallet import environment_wallet, given_wallet
from connector_runtime.client.connector import Connector
from connector_runtime.client.credentials import Credentials
from connector_runtime.client.errors import ConfigurationError, ConnectorError
from connector_runtime.client.operation import Operation
from connector_runtime.client.servers import chosen_url
from connector_runtime.client.variables import client_arguments


class SandboxError(ConfigurationError):
    """Writes were asked for outside a sandbox; the message says what is missing."""


def base_url_of(
    connector: Connector, given: str | None, passed: Mapping[str, Any] = MappingProxyType({})
) -> str:
    """Where calls go: the given URL, else that of the environment, else the first server described,
    with the arguments that the client is passed.

    Raises :class:`ConfigurationError` where there is none.
    """
    facts = connector.facts
    arguments = {each.name: each.default for each in client_arguments(facts) if each.default}
    for each in client_arguments(facts):
        found = (os.environ[name] for name in each.environment if os.environ.get(name))
        value = next(found, None)
        if value is not None:
            arguments[each.name] = value
    return chosen_url(connector.name, facts["servers"], {**arguments, **passed}, given)


def check_sandbox(connector: Connector, base_url: str, credentials: Any) -> None:
    """Raises :class:`SandboxError` unless calls of ``connector`` stay inside its sandbox."""
    sandbox = cast("Mapping[str, str]", connector.facts.get("sandbox") or {})
    wanted = {key: sandbox[key] for key in ("base_url", "credential") if sandbox.get(key)}
    if not wanted:
        raise SandboxError(
            f"the description of {connector.name} names no sandbox (x-connector-sandbox):"
            " nothing is written"
        )
    if "base_url" in wanted and not _holds(wanted["base_url"], base_url):
        raise SandboxError(f"the base URL is not that of the sandbox ({wanted['base_url']})")
    if "credential" in wanted and not _all_hold(wanted["credential"], connector, credentials):
        raise SandboxError(f"the credentials are not those of the sandbox ({wanted['credential']})")


def _holds(pattern: str, text: str) -> bool:
    try:
        return re.search(pattern, text) is not None
    except re.error:
        raise SandboxError(f"x-connector-sandbox: {pattern!r} is no regular expression") from None


def _all_hold(pattern: str, connector: Connector, credentials: Any) -> bool:
    """Whether the secret of each scheme that any operation would use fits (of a pair, a part)."""
    if credentials is not None and not isinstance(credentials, (str, tuple, Credentials)):
        return False
    given = cast("Any", credentials)
    wallet = environment_wallet() if given is None else given_wallet(given)
    secrets: list[Any] = []
    for requirements in _requirements(connector):
        try:
            secrets += choose(requirements, wallet).secrets
        except ConnectorError:
            continue
    return bool(secrets) and all(_fits(pattern, each) for each in secrets)


def _fits(pattern: str, secret: Any) -> bool:
    parts = cast("tuple[Any, ...]", secret) if isinstance(secret, tuple) else (secret,)
    return any(isinstance(part, str) and _holds(pattern, part) for part in parts)


def _requirements(connector: Connector) -> Iterator[tuple[Requirement, ...]]:
    schemes = read_schemes(connector.facts)

    def security(operation: Operation) -> Any:
        own = operation.security
        return connector.facts.get("security", ()) if own is None else own

    seen = {read_requirements(security(each), schemes) for each in connector.operations}
    yield from (each for each in seen if each)
