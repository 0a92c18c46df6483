"""Retries and circuits for any function: the small forms of what every client does by itself."""

import os
from collections.abc import Awaitable, Callable
from inspect import isawaitable
from random import random
from typing import Any, TypeVar, overload

from connector_runtime.client.clock import SYSTEM_CLOCK, Clock
from connector_runtime.client.errors import (
    APIError,
    CircuitOpenError,
    ConfigurationError,
    ConnectorError,
)
from connector_runtime.client.resilience.breaker import Breaker, Outcome
from connector_runtime.client.resilience.hosts import is_open, retry_after
from connector_runtime.client.resilience.retries import Kind, kind_of, outcome_of, wait_before
from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.client.wire.problems import ArgumentError as WireArgumentError
from connector_runtime.client.wire.urls import check_base_url

_T = TypeVar("_T")


@overload
def call_with_retry(
    func: Callable[[], Awaitable[_T]], max_attempts: int = 3, *, clock: Clock = SYSTEM_CLOCK
) -> Awaitable[_T]: ...
@overload
def call_with_retry(
    func: Callable[[], _T], max_attempts: int = 3, *, clock: Clock = SYSTEM_CLOCK
) -> _T: ...
def call_with_retry(
    func: Callable[[], Any], max_attempts: int = 3, *, clock: Clock = SYSTEM_CLOCK
) -> Any:
    """Call ``func`` until it succeeds, at most ``max_attempts`` times, with growing random waits.

    A function that returns an awaitable is awaited, and so is this. Any exception is retried, but
    for our own errors that say that trying again is useless. ``func`` must be safe to repeat.
    """
    policy = ResiliencePolicy(max_attempts=max_attempts)
    for number in range(1, policy.max_attempts + 1):
        try:
            result = func()
        except Exception as error:
            clock.sleep(_wait(error, number, policy))
        else:
            return _awaited(result, func, number, policy, clock) if isawaitable(result) else result
    raise AssertionError("unreachable: the last attempt returns or raises")


async def _awaited(
    first: Awaitable[Any],
    func: Callable[[], Awaitable[Any]],
    number: int,
    policy: ResiliencePolicy,
    clock: Clock,
) -> Any:
    pending = first
    while True:
        try:
            return await pending
        except Exception as error:
            await clock.asleep(_wait(error, number, policy))
        number += 1
        pending = func()


def _wait(error: Exception, number: int, policy: ResiliencePolicy) -> float:
    """Seconds until the next attempt. Raises the error where there is none."""
    kind = _kind(error)
    if kind is None or number >= policy.max_attempts:
        raise error
    return wait_before(number, kind, getattr(error, "retry_after", None), policy, random)


def _kind(error: Exception) -> Kind | None:
    if isinstance(error, APIError):
        return kind_of(error, repeatable=True)
    return None if isinstance(error, ConnectorError) else Kind.TRANSIENT


class CircuitBreaker:
    """Stops calling a function that keeps failing.

    After ``failure_threshold`` failures in a row it refuses with :class:`CircuitOpenError` for
    ``timeout`` seconds; then one call is let through, and its success closes the circuit.
    """

    def __init__(
        self, failure_threshold: int = 5, timeout: float = 60, *, clock: Clock = SYSTEM_CLOCK
    ) -> None:
        self._policy = ResiliencePolicy(failures=failure_threshold, open_for=timeout, probes=1)
        self._breaker = Breaker()
        self._clock = clock

    @property
    def is_open(self) -> bool:
        """Whether calls are refused."""
        return is_open(self._breaker.state)

    @property
    def failure_count(self) -> int:
        """Failures in a row."""
        return self._breaker.snapshot(self._clock.monotonic()).failures_in_a_row

    @overload
    def call(self, func: Callable[[], Awaitable[_T]]) -> Awaitable[_T]: ...
    @overload
    def call(self, func: Callable[[], _T]) -> _T: ...
    def call(self, func: Callable[[], Any]) -> Any:
        """What ``func`` returns; awaited where it is awaitable. Raises :class:`CircuitOpenError`."""
        generation = self._admitted()
        try:
            result = func()
        except BaseException as error:
            self._settle(generation, self._outcome(error))
            raise
        if isawaitable(result):
            return self._awaited(result, generation)
        self._settle(generation, Outcome.SUCCESS)
        return result

    async def _awaited(self, pending: Awaitable[Any], generation: int) -> Any:
        try:
            result = await pending
        except BaseException as error:
            self._settle(generation, self._outcome(error))
            raise
        self._settle(generation, Outcome.SUCCESS)
        return result

    def _admitted(self) -> int:
        now = self._clock.monotonic()
        admitted = self._breaker.admit(now)
        if admitted is not None:
            return admitted[0]
        seconds = retry_after(self._breaker.refusal(now) or 0.0)
        raise CircuitOpenError("the circuit is open; nothing was called", retry_after=seconds)

    def _outcome(self, error: BaseException) -> Outcome:
        if not isinstance(error, APIError):
            return Outcome.FAILURE if isinstance(error, Exception) else Outcome.NEUTRAL
        outcome = outcome_of(error, 0, self._policy)
        return Outcome.FAILURE if outcome is Outcome.ERROR else outcome

    def _settle(self, generation: int, outcome: Outcome) -> None:
        self._breaker.settle(generation, outcome, self._clock.monotonic(), self._policy)


def get_service_url(service: str, default: str | None = None) -> str:
    """The base URL of a service: of ``AUTH_SERVICE`` for ``auth``, else ``default``.

    Raises :class:`ConfigurationError`, which names the variable that is missing or holds no URL.
    """
    variable = f"{service.upper().replace('-', '_')}_SERVICE"
    url = os.environ.get(variable, "").strip() or default
    if not url:
        raise ConfigurationError(f"where is the service {service!r}? Set {variable} to its URL")
    try:
        return check_base_url(url)
    except WireArgumentError as problem:
        raise ConfigurationError(f"{variable}: {problem.message}") from None
