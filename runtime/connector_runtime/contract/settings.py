"""What a live run is allowed to do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.contract.plan import DEFAULT_MAX_CALLS
from connector_runtime.contract.results import Result

DEFAULT_RATE = 1.0
"""Calls a second: a guest does not hurry the host."""


def ignore(_: Result) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveSettings:
    """How a live run calls a vendor."""

    credentials: Any = None
    """As a client takes them; None: from the environment."""
    base_url: str | None = None
    max_calls: int = DEFAULT_MAX_CALLS
    """Requests at most, clean-up not counted."""
    rate: float | None = DEFAULT_RATE
    """Calls a second; None: as fast as the vendor answers."""
    timeout: float = 5.0
    """Seconds for a call; it is made once."""
    live_writes: bool = False
    """Whether write flows run, where the description names a sandbox and this is one."""
    seed: int = 0
    """Of what has to be made up."""
    arguments: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Client parameters and variables of servers; else they are those of the environment."""
    allow_http: bool = False
    """Whether ``http://`` may go beyond this machine."""
    transport: Any = None
    """Any httpx transport instead of our own connections."""
    on_result: Callable[[Result], None] = ignore
    """Told of each result when it is there."""

    def client_settings(self) -> dict[str, Any]:
        """The settings of the client: tolerant, so that all deviations of a reply are seen."""
        policy = ResiliencePolicy(
            max_attempts=1, circuit_breaker=False, rate=self.rate, burst=1, concurrency=1
        )
        settings: dict[str, Any] = {
            "policy": policy,
            "timeout": self.timeout,
            "strict": False,
            "allow_http": self.allow_http,
            **self.arguments,
        }
        if self.base_url:
            settings["base_url"] = self.base_url
        if self.transport is not None:
            settings["transport"] = self.transport
        return settings
