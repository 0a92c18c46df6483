"""What is known about a vendor's hosts and our credentials there, shared by the clients of a process.

Health belongs to (connector, host), quota to (connector, credential): a tenant's empty quota must not
open the circuit for all, and all must see the same outage.
"""

import math
import threading
from collections.abc import Callable, Hashable
from typing import Generic, NamedTuple, Protocol, TypeVar
from weakref import WeakKeyDictionary

from connector_runtime.client.resilience.breaker import Breaker, Change, Outcome, State
from connector_runtime.client.resilience.budget import Budget
from connector_runtime.client.resilience.limiter import Limiter
from connector_runtime.client.resilience.settings import ResiliencePolicy

IDLE = 900.0
"""Seconds after which what has not been used, and is in order, is forgotten."""
_FEW = 256
"""So many of a kind are kept without looking whether they are idle."""


class Passage(NamedTuple):
    """A request that was admitted: its generations at the host's circuit and its operation's."""

    operation: str
    generation: int
    breaker: Breaker | None
    """The operation's circuit, if it has one."""
    own_generation: int
    changes: tuple[tuple[str, Change], ...]
    """The circuits that became half open, by operation; the host's is without a name."""


class Host:
    """The circuit of a host, the circuits of operations that fail alone, and the retry budget."""

    __slots__ = ("_operations", "breaker", "budget", "excused", "used_at")

    def __init__(self) -> None:
        self.breaker = Breaker()
        self.budget = Budget()
        self.excused = 0
        """Times in a row that the host was unavailable and said when to come back."""
        self.used_at = 0.0
        self._operations: dict[str, Breaker] = {}

    @property
    def operations(self) -> dict[str, Breaker]:
        """The circuits of operations, by name: of those that have failed once."""
        return dict(self._operations)

    def circuit(self, operation: str) -> Breaker:
        """The circuit of an operation, or the host's own for an empty name."""
        return self._operations.setdefault(operation, Breaker()) if operation else self.breaker

    def refusal(self, operation: str, now: float) -> float | None:
        """Seconds until a request may be admitted; None when it may be now. Reserves nothing."""
        wait = self.breaker.refusal(now)
        own = self._operations.get(operation) if self._operations else None
        if own is None:
            return wait
        other = own.refusal(now)
        return other if wait is None else max(wait, other or 0.0)

    def admit(self, operation: str, now: float) -> Passage | None:
        """The passage of a request that may be sent now; None when it may not."""
        self.used_at = now
        own = self._operations.get(operation)
        if own is None:
            admitted = self.breaker.admit(now)
            if admitted is None:
                return None
            generation, change = admitted
            return Passage(operation, generation, None, 0, (("", change),) if change else ())
        return self._admit_by_both(operation, own, now)

    def _admit_by_both(self, operation: str, own: Breaker, now: float) -> Passage | None:
        if self.refusal(operation, now) is not None:
            return None
        first = own.admit(now)
        second = self.breaker.admit(now) if first is not None else None
        if first is None:
            return None
        if second is None:
            own.settle(first[0], Outcome.NEUTRAL, now, ResiliencePolicy.default)
            return None
        changes = (("", second[1]), (operation, first[1]))
        found = tuple((name, change) for name, change in changes if change is not None)
        return Passage(operation, second[0], own, first[0], found)

    def settle(
        self, passage: Passage, outcome: Outcome, now: float, policy: ResiliencePolicy
    ) -> list[tuple[str, Change]]:
        """The outcome of an admitted request; the circuits that changed by it, as in a passage.

        A host that answers with errors is ill when many of its answers are; an operation that does
        is ill after a few, and has a circuit of its own from the first.
        """
        if outcome is Outcome.SUCCESS:
            self.excused = 0
        if not policy.circuit_per_operation and outcome is Outcome.ERROR:
            outcome = Outcome.FAILURE
        own = passage.breaker
        changed = self.breaker.settle(passage.generation, outcome, now, policy)
        if outcome is Outcome.SUCCESS and own is None and changed is None:
            return []
        changes = [("", changed)]
        if own is not None:
            as_own = Outcome.FAILURE if outcome is Outcome.ERROR else outcome
            changed = own.settle(passage.own_generation, as_own, now, policy)
            changes.append((passage.operation, changed))
        elif outcome is Outcome.ERROR:
            changes.append((passage.operation, self._begin(passage.operation, now, policy)))
        return [(name, change) for name, change in changes if change is not None]

    def _begin(self, operation: str, now: float, policy: ResiliencePolicy) -> Change | None:
        own = self.circuit(operation)
        admitted = own.admit(now)
        return own.settle(admitted[0], Outcome.FAILURE, now, policy) if admitted else None

    def at_rest(self, now: float) -> bool:
        """Whether nothing is lost when it is forgotten."""
        idle = now - self.used_at > IDLE
        return idle and all(each.at_rest for each in (self.breaker, *self._operations.values()))


class Kept(Protocol):
    """What a shelf holds."""

    used_at: float

    def at_rest(self, now: float) -> bool:
        """Whether nothing is lost when it is forgotten."""
        ...


_K = TypeVar("_K", bound=Hashable)
_V = TypeVar("_V", bound=Kept)


class Shelf(Generic[_K, _V]):
    """Values by key, made on first use, and forgotten when they are idle and in order."""

    def __init__(self, make: Callable[[], _V]) -> None:
        self._make = make
        self._values: dict[_K, _V] = {}
        self._sweep_at = _FEW
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._values)

    def get(self, key: _K, now: float) -> _V:
        """The value of a key."""
        value = self._values.get(key)
        return self._made(key, now) if value is None else value

    def _made(self, key: _K, now: float) -> _V:
        with self._lock:
            if len(self._values) >= self._sweep_at:
                self._values = {k: v for k, v in self._values.items() if not v.at_rest(now)}
                self._sweep_at = max(2 * len(self._values), _FEW)
            value = self._values.get(key)
            if value is None:
                value = self._values[key] = self._make()
                value.used_at = now
            return value

    def items(self) -> list[tuple[_K, _V]]:
        """All that are known now."""
        with self._lock:
            return list(self._values.items())


class Hosts:
    """Everything that clients of one scope share."""

    def __init__(self) -> None:
        self._hosts: Shelf[tuple[str, str], Host] = Shelf(Host)
        self._limiters: Shelf[tuple[str, str, str], Limiter] = Shelf(Limiter)
        self.limiter = self._limiters.get
        """The limiter of (connector, account, operation or empty); the time is the second argument."""

    def host(self, connector: str, authority: str, now: float) -> Host:
        """What is known about one host of a connector."""
        return self._hosts.get((connector, authority), now)

    def hosts(self, connector: str) -> list[tuple[str, Host]]:
        """The known hosts of a connector."""
        return [(key[1], host) for key, host in self._hosts.items() if key[0] == connector]

    def limiters(self, connector: str) -> list[Limiter]:
        """The limiters of a connector; whose they are is not told."""
        return [limiter for key, limiter in self._limiters.items() if key[0] == connector]

    def __len__(self) -> int:
        return len(self._hosts) + len(self._limiters)


SHARED = Hosts()
"""What clients share that talk to the vendor over the network."""
_BY_TRANSPORT: WeakKeyDictionary[object, Hosts] = WeakKeyDictionary()


def hosts_of(transport: object) -> Hosts:
    """The scope of a client: a transport of its own is a world of its own, whose failures say nothing
    about the vendor."""
    if transport is None:
        return SHARED
    try:
        return _BY_TRANSPORT.setdefault(transport, Hosts())
    except TypeError:
        return Hosts()


def retry_after(refusal: float) -> float | None:
    """A refusal as seconds to wait; None where it ends only by hand."""
    return None if math.isinf(refusal) else refusal


def is_open(state: State) -> bool:
    """Whether a circuit in this state refuses requests."""
    return state is State.OPEN or state is State.FORCED_OPEN
