"""The settings of one client, checked and completed."""

import os
from collections.abc import Callable
from random import random
from typing import TYPE_CHECKING, Literal, NamedTuple

from connector_runtime.client.clock import SYSTEM_CLOCK, Clock
from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.options import (
    ClientSettings,
    check_headers,
    check_seconds,
)
from connector_runtime.client.resilience.bulkhead import Bulkhead
from connector_runtime.client.resilience.hosts import Hosts, hosts_of
from connector_runtime.client.resilience.settings import ResiliencePolicy

if TYPE_CHECKING:
    from connector_runtime.client.events import Hook

_CONNECTIONS = 100
_NAMES = frozenset(ClientSettings.__annotations__)


class Setup(NamedTuple):
    """What all calls of a client have in common."""

    timeout: float | None
    """Seconds for an attempt; None: as the operation says, else 5."""
    deadline: float | None
    """Seconds for a call; None: 30, or what one attempt of the operation needs."""
    headers: tuple[tuple[str, str], ...]
    base_url: str | None
    allow_http: bool
    policy: ResiliencePolicy
    hooks: "tuple[Hook, ...]"
    strict: bool
    clock: Clock
    random: Callable[[], float]
    hosts: Hosts
    """What is known about the vendor's hosts."""
    bulkhead: Bulkhead


def setup_of(settings: ClientSettings, connector: str) -> Setup:
    """The settings of a client of ``connector`` (its name), with defaults.

    Raises :class:`ConfigurationError`.
    """
    unknown = sorted(set(settings) - _NAMES)
    if unknown:
        raise ConfigurationError(f"unknown settings: {', '.join(unknown)}")
    policy = _policy(settings.get("policy"))
    limits = settings.get("limits")
    connections = (limits and limits.max_connections) or _CONNECTIONS
    return Setup(
        timeout=_seconds("timeout", settings),
        deadline=_seconds("deadline", settings),
        headers=check_headers("headers", settings.get("headers") or {}),
        base_url=settings.get("base_url"),
        allow_http=settings.get("allow_http", False),
        policy=policy,
        hooks=_hooks(settings, connector),
        strict=settings.get("strict", False),
        clock=settings.get("clock") or SYSTEM_CLOCK,
        random=random,
        hosts=hosts_of(settings.get("transport")),
        bulkhead=Bulkhead(policy.concurrency or connections),
    )


def _hooks(settings: ClientSettings, connector: str) -> "tuple[Hook, ...]":
    """The given hooks, and the log that the environment asks for."""
    given = tuple(settings.get("hooks") or ())
    level = os.environ.get(f"{connector.upper()}_LOG")
    if not level:
        return given
    from connector_runtime.client.observing.logs import log_event, open_log

    if not open_log(connector, level) or log_event in given:
        return given
    return (*given, log_event)


def _seconds(name: Literal["timeout", "deadline"], settings: ClientSettings) -> float | None:
    """What was given. None is refused where it was given: a call without an end is none of ours."""
    return check_seconds(name, settings.get(name)) if name in settings else None


def _policy(given: object) -> ResiliencePolicy:
    if given is None:
        return ResiliencePolicy.default
    if not isinstance(given, ResiliencePolicy):
        raise ConfigurationError(f"policy must be a ResiliencePolicy, not {given!r}")
    return given
