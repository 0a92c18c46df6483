"""A circuit breaker: whether a host, or one operation of it, is worth asking.

Closed, it watches the last 30 seconds. Open, it refuses at once. After a while it lets one probe
through at a time. A result counts only in the state in which its request was admitted: what was sent
before the circuit opened cannot close it.
"""

import threading
from collections.abc import Callable
from enum import Enum
from typing import Any

from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.client.resilience.window import Window

_JITTER = 0.1
"""Share by which an opening is longer or shorter, so that processes do not probe in step."""


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
    FAILURE = "failure"
    NEUTRAL = "neutral"
    """Nothing: it was not sent, was cancelled, or the vendor asked for less."""


Change = tuple[State, State]
"""From one state to another."""


class Breaker:
    """One circuit. Safe for threads and tasks together: nothing waits inside."""

    __slots__ = (
        "_generation",
        "_lock",
        "_open_for",
        "_policy",
        "_probing",
        "_random",
        "_row",
        "_state",
        "_successes",
        "_until",
        "_window",
        "used_at",
    )

    def __init__(self, policy: ResiliencePolicy, random: Callable[[], float]) -> None:
        self._policy = policy
        self._random = random
        self._lock = threading.Lock()
        self._state = State.CLOSED
        self._window = Window()
        self._generation = 0
        self._row = 0
        self._successes = 0
        self._probing = False
        self._until = 0.0
        self._open_for = policy.open_for
        self.used_at = 0.0

    @property
    def state(self) -> State:
        """The state as of the last request."""
        return self._state

    def refusal(self, now: float) -> float | None:
        """Seconds until a request may be admitted; None when it may be now. Reserves nothing."""
        state = self._state
        if state is State.CLOSED or state is State.FORCED_CLOSED:
            return None
        if state is State.OPEN and now < self._until:
            return self._until - now
        if state is State.HALF_OPEN and self._probing:
            return 1.0
        return self._open_for if state is State.FORCED_OPEN else None

    def admit(self, now: float) -> tuple[int, Change | None] | None:
        """The generation of a request that may be sent now, None when it may not.

        An open circuit whose time is over becomes half open, and this request its probe.
        """
        with self._lock:
            self.used_at = now
            state = self._state
            if state is State.CLOSED or state is State.FORCED_CLOSED:
                return self._generation, None
            if self.refusal(now) is not None:
                return None
            change: Change | None = None
            if state is State.OPEN:
                change = self._enter(State.HALF_OPEN)
                self._successes = 0
            self._probing = True
            return self._generation, change

    def settle(self, generation: int, outcome: Outcome, now: float) -> Change | None:
        """The outcome of an admitted request; the change of state it brought."""
        with self._lock:
            if generation != self._generation:
                return None
            if self._state is State.CLOSED:
                return self._watched(outcome, now)
            if self._state is State.HALF_OPEN:
                self._probing = False
                return self._probed(outcome, now)
        return None

    def _watched(self, outcome: Outcome, now: float) -> Change | None:
        if outcome is Outcome.NEUTRAL:
            return None
        failed, slow = outcome is Outcome.FAILURE, outcome is Outcome.SLOW
        self._window.add(now, failed=failed, slow=slow)
        self._row = self._row + 1 if failed else 0
        if not failed and not slow:
            return None
        policy, window = self._policy, self._window
        enough = window.calls >= policy.minimum_calls
        if (
            self._row >= policy.failures
            or (enough and window.failed >= policy.failure_rate * window.calls)
            or (enough and window.slow >= policy.slow_rate * window.calls)
        ):
            return self._open(now)
        return None

    def _probed(self, outcome: Outcome, now: float) -> Change | None:
        if outcome is Outcome.NEUTRAL:
            return None
        if outcome is Outcome.FAILURE:
            self._open_for = min(self._open_for * 2, self._policy.open_for_at_most)
            return self._open(now)
        self._successes += 1
        return self._close() if self._successes >= self._policy.probes else None

    def _open(self, now: float) -> Change:
        self._until = now + self._open_for * (1 + _JITTER * (2 * self._random() - 1))
        return self._enter(State.OPEN)

    def _close(self) -> Change:
        self._open_for = self._policy.open_for
        return self._enter(State.CLOSED)

    def _enter(self, state: State) -> Change:
        change = self._state, state
        self._state = state
        self._generation += 1
        self._probing = False
        self._row = 0
        self._window = Window()
        return change

    def force(self, state: State) -> Change:
        """Keep the circuit open or closed until :meth:`reset`."""
        if state not in (State.FORCED_OPEN, State.FORCED_CLOSED):
            raise ValueError(f"a circuit is not forced to be {state.value}")
        with self._lock:
            return self._enter(state)

    def reset(self) -> Change:
        """Close the circuit and forget what was."""
        with self._lock:
            return self._close()

    def snapshot(self, now: float) -> dict[str, Any]:
        """State and numbers, for people and their screens."""
        with self._lock:
            self._window.move(now)
            waits = self._state is State.OPEN
            return {
                "state": self._state.value,
                "calls": self._window.calls,
                "failed": self._window.failed,
                "slow": self._window.slow,
                "failures_in_a_row": self._row,
                "retry_after": max(self._until - now, 0.0) if waits else None,
            }
