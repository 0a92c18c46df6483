"""The settings of one client, checked and completed."""

from collections.abc import Callable
from random import random
from typing import TYPE_CHECKING, NamedTuple

from connector_runtime.client.clock import SYSTEM_CLOCK, Clock
from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.options import (
    DEFAULT_DEADLINE,
    DEFAULT_TIMEOUT,
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

    timeout: float
    deadline: float
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


def setup_of(settings: ClientSettings) -> Setup:
    """The settings, with defaults. Raises :class:`ConfigurationError`."""
    unknown = sorted(set(settings) - _NAMES)
    if unknown:
        raise ConfigurationError(f"unknown settings: {', '.join(unknown)}")
    policy = _policy(settings.get("policy"))
    limits = settings.get("limits")
    connections = (limits and limits.max_connections) or _CONNECTIONS
    return Setup(
        timeout=check_seconds("timeout", settings.get("timeout", DEFAULT_TIMEOUT)),
        deadline=check_seconds("deadline", settings.get("deadline", DEFAULT_DEADLINE)),
        headers=check_headers("headers", settings.get("headers") or {}),
        base_url=settings.get("base_url"),
        allow_http=settings.get("allow_http", False),
        policy=policy,
        hooks=tuple(settings.get("hooks") or ()),
        strict=settings.get("strict", False),
        clock=settings.get("clock") or SYSTEM_CLOCK,
        random=random,
        hosts=hosts_of(settings.get("transport")),
        bulkhead=Bulkhead(policy.concurrency or connections),
    )


def _policy(given: object) -> ResiliencePolicy:
    if given is None:
        return ResiliencePolicy.default
    if not isinstance(given, ResiliencePolicy):
        raise ConfigurationError(f"policy must be a ResiliencePolicy, not {given!r}")
    return given
