"""A circuit breaker: whether a host, or one operation of it, is worth asking.

Closed, it watches the last 30 seconds. Open, it refuses at once. After a while it lets one probe
through at a time. A result counts only in the state in which its request was admitted: what was sent
before the circuit opened cannot close it.

A breaker holds what happened, which all clients share; what follows from it says the policy of the
client that asks.
"""

import math
import threading
from collections.abc import Callable
from enum import Enum
from random import random as uniform
from typing import NamedTuple

from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.client.resilience.window import Window

_JITTER = 0.1
"""Share by which an opening is longer or shorter, so that processes do not probe in step."""
_PROBE = 1.0
"""Seconds after which to ask again while a probe is under way."""
_LOST = 300.0
"""Seconds after which a probe that nobody settled is given up: its task may never have begun."""


class State(Enum):
    """The state of a circuit."""

    CLOSED = "closed"
    OPEN = "open"
    HALF_OPEN = "half_open"
    FORCED_OPEN = "forced_open"
    FORCED_CLOSED = "forced_closed"


class Outcome(Enum):
    """What a request says about the vendor's health."""

    SUCCESS = "success"
    SLOW = "slow"
    ERROR = "error"
    """The host answered that it failed: that may be this operation alone."""
    FAILURE = "failure"
    """The host did not answer."""
    NEUTRAL = "neutral"
    """Nothing: it was not sent, was cancelled, or the vendor asked for less."""


class Change(NamedTuple):
    """From one state to another."""

    old: State
    new: State


class CircuitSnapshot(NamedTuple):
    """A circuit as it is; counts are those of the last 30 seconds."""

    state: str
    calls: int
    failed: int
    slow: int
    failures_in_a_row: int
    retry_after: float | None
    """Seconds until a probe is let through; None while it is not open."""


class Breaker:
    """One circuit. Safe for threads and tasks together: nothing waits inside."""

    __slots__ = (
        "_generation",
        "_lock",
        "_open_for",
        "_probe_until",
        "_random",
        "_row",
        "_state",
        "_successes",
        "_until",
        "_window",
    )

    def __init__(self, random: Callable[[], float] = uniform) -> None:
        self._random = random
        self._lock = threading.Lock()
        self._state = State.CLOSED
        self._window = Window()
        self._generation = 0
        self._row = 0
        self._successes = 0
        self._probe_until = 0.0
        self._until = 0.0
        self._open_for = 0.0

    @property
    def state(self) -> State:
        """The state as of the last request."""
        return self._state

    @property
    def at_rest(self) -> bool:
        """Whether it is closed: nothing is lost when it is forgotten after a while."""
        return self._state is State.CLOSED

    def refusal(self, now: float) -> float | None:
        """Seconds until a request may be admitted; None when it may be now. Reserves nothing."""
        state = self._state
        if state is State.CLOSED or state is State.FORCED_CLOSED:
            return None
        if state is State.FORCED_OPEN:
            return math.inf
        if state is State.OPEN:
            return self._until - now if now < self._until else None
        return _PROBE if now < self._probe_until else None

    def admit(self, now: float) -> tuple[int, Change | None] | None:
        """The generation of a request that may be sent now, None when it may not.

        An open circuit whose time is over becomes half open, and this request its probe.
        """
        with self._lock:
            state = self._state
            if state is State.CLOSED or state is State.FORCED_CLOSED:
                return self._generation, None
            if self.refusal(now) is not None:
                return None
            change: Change | None = None
            if state is State.OPEN:
                change = self._enter(State.HALF_OPEN)
                self._successes = 0
            self._probe_until = now + _LOST
            return self._generation, change

    def settle(
        self, generation: int, outcome: Outcome, now: float, policy: ResiliencePolicy
    ) -> Change | None:
        """The outcome of an admitted request; the change of state it brought."""
        with self._lock:
            if generation != self._generation:
                return None
            if self._state is State.CLOSED:
                return self._watched(outcome, now, policy)
            if self._state is State.HALF_OPEN:
                self._probe_until = 0.0
                return self._probed(outcome, now, policy)
        return None

    def _watched(self, outcome: Outcome, now: float, policy: ResiliencePolicy) -> Change | None:
        if outcome is Outcome.SUCCESS:
            self._window.add(now)
            self._row = 0
            return None
        if outcome is Outcome.NEUTRAL:
            return None
        slow = outcome is Outcome.SLOW
        self._window.add(now, failed=not slow, slow=slow)
        if outcome is not Outcome.ERROR:
            self._row = 0 if slow else self._row + 1
        return self._open(now, policy) if self._is_ill(policy) else None

    def _is_ill(self, policy: ResiliencePolicy) -> bool:
        if self._row >= policy.failures:
            return True
        window = self._window
        return window.calls >= policy.minimum_calls and (
            window.failed >= policy.failure_rate * window.calls
            or window.slow >= policy.slow_rate * window.calls
        )

    def _probed(self, outcome: Outcome, now: float, policy: ResiliencePolicy) -> Change | None:
        if outcome is Outcome.NEUTRAL:
            return None
        if outcome is Outcome.FAILURE or outcome is Outcome.ERROR:
            self._open_for *= 2
            return self._open(now, policy)
        self._successes += 1
        return self._close() if self._successes >= policy.probes else None

    def _open(self, now: float, policy: ResiliencePolicy) -> Change:
        longest = max(policy.open_for, policy.open_for_at_most)
        self._open_for = min(max(self._open_for, policy.open_for), longest)
        self._until = now + self._open_for * (1 + _JITTER * (2 * self._random() - 1))
        return self._enter(State.OPEN)

    def _close(self) -> Change:
        self._open_for = 0.0
        return self._enter(State.CLOSED)

    def _enter(self, state: State) -> Change:
        change = Change(self._state, state)
        self._state = state
        self._generation += 1
        self._probe_until = 0.0
        self._row = 0
        self._window = Window()
        return change

    def trip(self, now: float, policy: ResiliencePolicy) -> Change | None:
        """Open the circuit, if it is closed."""
        with self._lock:
            return self._open(now, policy) if self._state is State.CLOSED else None

    def force(self, state: State) -> Change:
        """Keep the circuit open or closed until :meth:`reset`."""
        with self._lock:
            return self._enter(state)

    def reset(self) -> Change:
        """Close the circuit and forget what was."""
        with self._lock:
            return self._close()

    def snapshot(self, now: float) -> CircuitSnapshot:
        """State and numbers, for people and their screens."""
        with self._lock:
            self._window.move(now)
            waits = self._state is State.OPEN
            return CircuitSnapshot(
                self._state.value,
                self._window.calls,
                self._window.failed,
                self._window.slow,
                self._row,
                max(self._until - now, 0.0) if waits else None,
            )
