"""The small forms: a retried call, a circuit around a function, the address of a service."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from connector_runtime.client import (
    ArgumentError,
    CircuitBreaker,
    CircuitOpenError,
    ConfigurationError,
    call_with_retry,
    get_service_url,
)
from tests.runtime.client.clocks import FakeClock


def failing(times: int, error: Exception | None = None) -> Callable[[], str]:
    """A function that fails so often, and then returns."""
    calls = iter(range(times))

    def call() -> str:
        if next(calls, None) is None:
            return "done"
        raise error or OSError("down")

    return call


def as_coroutine(function: Callable[[], str]) -> Callable[[], Any]:
    async def call() -> str:
        await asyncio.sleep(0)
        return function()

    return call


def run(value: Any) -> Any:
    return asyncio.run(value) if asyncio.iscoroutine(value) else value


@pytest.fixture(params=["sync", "async"])
def form(request: pytest.FixtureRequest) -> Callable[[Callable[[], str]], Callable[[], Any]]:
    """Leaves a function as it is, or makes a coroutine function of it."""
    return as_coroutine if request.param == "async" else lambda function: function


def test_a_function_is_called_until_it_succeeds(form: Any) -> None:
    clock = FakeClock()
    assert run(call_with_retry(form(failing(2)), clock=clock)) == "done"
    assert len(clock.slept) == 2
    assert 0 <= clock.slept[0] <= 0.5
    assert 0 <= clock.slept[1] <= 1.0


def test_the_last_error_is_the_callers(form: Any) -> None:
    clock = FakeClock()
    with pytest.raises(OSError, match="down"):
        run(call_with_retry(form(failing(3)), max_attempts=3, clock=clock))
    assert len(clock.slept) == 2


def test_what_cannot_help_is_not_repeated(form: Any) -> None:
    clock = FakeClock()
    with pytest.raises(ArgumentError):
        run(call_with_retry(form(failing(1, ArgumentError("no"))), clock=clock))
    assert clock.slept == []


def test_a_circuit_opens_and_closes(form: Any) -> None:
    clock = FakeClock()
    breaker = CircuitBreaker(failure_threshold=2, timeout=10, clock=clock)
    function = form(failing(2))
    for count in (1, 2):
        with pytest.raises(OSError, match="down"):
            run(breaker.call(function))
        assert (breaker.failure_count, breaker.is_open) == ((1, False) if count == 1 else (0, True))
    with pytest.raises(CircuitOpenError) as refused:
        run(breaker.call(function))
    assert 0 < (refused.value.retry_after or 0) <= 11
    clock.move(11.1)
    assert run(breaker.call(function)) == "done"
    assert not breaker.is_open


def test_a_cancelled_call_is_no_failure() -> None:
    async def cancelled() -> None:
        raise asyncio.CancelledError

    async def main() -> None:
        breaker = CircuitBreaker(failure_threshold=1)
        with pytest.raises(asyncio.CancelledError):
            await breaker.call(cancelled)
        assert not breaker.is_open

    asyncio.run(main())


def test_the_address_of_a_service(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATA_STORE_SERVICE", "http://data.internal:8002")
    assert get_service_url("data-store") == "http://data.internal:8002"
    assert get_service_url("auth", "http://localhost:8001") == "http://localhost:8001"
    with pytest.raises(ConfigurationError, match="AUTH_SERVICE"):
        get_service_url("auth")
    monkeypatch.setenv("AUTH_SERVICE", "localhost:8001")
    with pytest.raises(ConfigurationError, match="AUTH_SERVICE"):
        get_service_url("auth")
