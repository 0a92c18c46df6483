"""``client.runtime``: what a client knows about its vendor's health, and the switches for people."""

from typing import NamedTuple

from connector_runtime.client.clock import Clock
from connector_runtime.client.resilience.breaker import Breaker, CircuitSnapshot, State
from connector_runtime.client.resilience.hosts import Host
from connector_runtime.client.setup import Setup


class HostStats(NamedTuple):
    """One host of the vendor."""

    circuit: CircuitSnapshot
    operations: dict[str, CircuitSnapshot]
    """The circuits of operations that have failed, by name."""
    budget: int
    """Tokens that are left for retries."""


class RuntimeStats(NamedTuple):
    """A snapshot. Circuits, budgets and limits are shared by all clients of the connector."""

    hosts: dict[str, HostStats]
    """By host and port; a host is known from its first call on."""
    requests: int
    """Requests of this client that are under way."""
    waiting: int
    """Requests of this client that wait for others to end."""
    limited_for: float
    """Seconds for which the vendor refuses the credential that has to wait longest; 0: none has."""


class RuntimeControl:
    """Statistics and manual control of circuits."""

    def __init__(self, connector: str, setup: Setup, authority: str) -> None:
        self._connector = connector
        self._setup = setup
        self._authority = authority

    def __repr__(self) -> str:
        return f"<RuntimeControl of {self._connector}>"

    @property
    def _clock(self) -> Clock:
        return self._setup.clock

    def stats(self) -> RuntimeStats:
        """Everything as it is now."""
        setup, now = self._setup, self._clock.monotonic()
        held = [limiter.not_before - now for limiter in setup.hosts.limiters(self._connector)]
        hosts = setup.hosts.hosts(self._connector)
        return RuntimeStats(
            hosts={name: _stats(host, setup.policy.budget, now) for name, host in hosts},
            requests=setup.bulkhead.inside,
            waiting=setup.bulkhead.waiting,
            limited_for=max([0.0, *held]),
        )

    def open_circuit(self, operation: str = "") -> None:
        """Refuse all requests, or those of one operation, until :meth:`reset_circuit`."""
        self._circuit(operation).force(State.FORCED_OPEN)

    def close_circuit(self, operation: str = "") -> None:
        """Let all requests through, whatever comes of them, until :meth:`reset_circuit`."""
        self._circuit(operation).force(State.FORCED_CLOSED)

    def reset_circuit(self, operation: str = "") -> None:
        """Close the circuit, forget what was, and watch from now on."""
        self._circuit(operation).reset()

    def _circuit(self, operation: str) -> Breaker:
        hosts = self._setup.hosts
        host = hosts.host(self._connector, self._authority, self._clock.monotonic())
        return host.circuit(operation)


def _stats(host: Host, budget: int, now: float) -> HostStats:
    return HostStats(
        circuit=host.breaker.snapshot(now),
        operations={name: each.snapshot(now) for name, each in host.operations.items()},
        budget=max(budget - host.budget.spent, 0),
    )
