"""How resilient a client is: :class:`ResiliencePolicy`, and its presets."""

from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, Self

from connector_runtime.client.errors import ConfigurationError

_LONGEST = 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ResiliencePolicy:
    """What a client does about failures. All times are seconds; every value is checked.

    Raises :class:`ConfigurationError` for values without meaning.
    """

    default: ClassVar["ResiliencePolicy"]
    interactive: ClassVar["ResiliencePolicy"]
    batch: ClassVar["ResiliencePolicy"]

    max_attempts: int = 3
    """Requests for one call, at most; 1 to 20."""
    transient_base: float = 0.5
    """The first wait after a failure is between 0 and this, the second between 0 and twice this, …"""
    transient_cap: float = 8.0
    """No such wait is longer."""
    throttle_base: float = 1.0
    """As ``transient_base``, after the vendor asked for less."""
    throttle_cap: float = 20.0
    """As ``transient_cap``, after the vendor asked for less."""
    budget: int = 500
    """Tokens of the retry budget of a host, shared by all clients: retries cost, successes earn."""
    transient_cost: int = 14
    """Tokens that a retry costs."""
    throttle_cost: int = 5
    """Tokens that a retry costs which the vendor asked for."""
    failures: int = 5
    """The circuit opens after so many failures in a row."""
    failure_rate: float = 0.5
    """… or when this share of the calls of the last 30 seconds failed;"""
    slow_rate: float = 0.8
    """… or when this share was slow;"""
    minimum_calls: int = 10
    """both only when there were at least so many calls."""
    slow_after: float = 0.8
    """A call is slow that takes more than this share of its timeout."""
    open_for: float = 60.0
    """How long a circuit stays open; doubled after each probe that fails."""
    open_for_at_most: float = 600.0
    probes: int = 2
    """Successful probes, one at a time, that close a circuit."""
    circuit_breaker: bool = True
    """Whether there is a circuit at all."""
    circuit_per_operation: bool = True
    """Whether an operation that fails alone has its own circuit."""
    rate: float | None = None
    """Requests a second for one credential, at most; None: as fast as the vendor allows."""
    burst: int = 10
    """Requests that may be sent at once where ``rate`` is set."""
    concurrency: int | None = None
    """Requests of one client at a time; others wait, for as long as their deadline allows. None: as
    many as it may have connections (100, or ``limits``)."""
    trip_on_exhausted_retries: bool = False
    """Open the circuit as soon as one call has used up its attempts."""

    def __post_init__(self) -> None:
        for name, low, high in _BOUNDS:
            _check(name, getattr(self, name), low, high)
        for name, low, high in _OPTIONAL_BOUNDS:
            if getattr(self, name) is not None:
                _check(name, getattr(self, name), low, high)
        for each in fields(self):
            if each.type is bool and not isinstance(getattr(self, each.name), bool):
                raise ConfigurationError(f"{each.name} must be True or False")

    def with_changes(self, **changes: Any) -> Self:
        """The same policy with some values changed."""
        unknown = sorted(changes.keys() - {each.name for each in fields(self)})
        if unknown:
            raise ConfigurationError(f"a policy has no {', '.join(unknown)}")
        return replace(self, **changes)


_BOUNDS: tuple[tuple[str, float, float], ...] = (
    ("max_attempts", 1, 20),
    ("transient_base", 0.0, _LONGEST),
    ("transient_cap", 0.0, _LONGEST),
    ("throttle_base", 0.0, _LONGEST),
    ("throttle_cap", 0.0, _LONGEST),
    ("budget", 0, 1_000_000),
    ("transient_cost", 0, 1_000_000),
    ("throttle_cost", 0, 1_000_000),
    ("failures", 1, 1_000_000),
    ("failure_rate", 0.000_1, 1.0),
    ("slow_rate", 0.000_1, 1.0),
    ("minimum_calls", 1, 1_000_000),
    ("slow_after", 0.01, 1.0),
    ("open_for", 0.001, _LONGEST),
    ("open_for_at_most", 0.001, _LONGEST),
    ("probes", 1, 1000),
    ("burst", 1, 1_000_000),
)
_OPTIONAL_BOUNDS: tuple[tuple[str, float, float], ...] = (
    ("rate", 0.000_01, 1_000_000.0),
    ("concurrency", 1, 100_000),
)


def _check(name: str, value: Any, low: float, high: float) -> None:
    whole = isinstance(low, int)
    kinds = (int,) if whole else (int, float)
    if isinstance(value, bool) or not isinstance(value, kinds):
        kind = "a whole number" if whole else "a number"
        raise ConfigurationError(f"{name} must be {kind}, not {value!r}")
    if not low <= value <= high:
        raise ConfigurationError(f"{name} must be between {low:g} and {high:g}, not {value!r}")


ResiliencePolicy.default = ResiliencePolicy()
ResiliencePolicy.interactive = ResiliencePolicy(
    max_attempts=2, transient_base=0.1, transient_cap=1.0, throttle_base=0.5, throttle_cap=2.0
)
ResiliencePolicy.batch = ResiliencePolicy(
    max_attempts=6, transient_cap=30.0, throttle_cap=60.0, concurrency=20
)
