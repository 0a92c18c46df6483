"""CPU of the resilience pipeline without a fault, over the same engine without it; in one run.

``uv run python tests/benchmarks/bench_resilience.py`` sends requests to a sender
that answers at once, so that nothing but our own work is measured: retries, budget, circuit, limiter
and bulkhead on top of signing and sending. Beside them stand the libraries that people stack for the
same purpose (tenacity, purgatory, aiolimiter). Rounds alternate, medians are compared.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any

from aiolimiter import AsyncLimiter
from purgatory import AsyncCircuitBreakerFactory
from tenacity import retry, stop_after_attempt, wait_random_exponential

from connector_runtime.client.attempts import Attempts
from connector_runtime.client.auth.authoriser import Authoriser
from connector_runtime.client.auth.signature import Signature
from connector_runtime.client.effects import Effects
from connector_runtime.client.engine import Engine
from connector_runtime.client.exchange import Exchange
from connector_runtime.client.headers import Headers
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.options import NO_OPTIONS
from connector_runtime.client.prepared import Attempt
from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.client.setup import setup_of
from connector_runtime.client.shells import drive, drive_async
from connector_runtime.client.wire.request import WireRequest
from generated import petstore

ROUNDS, CALLS = 25, 2000
REPLY = HttpReply(200, Headers(((b"content-type", b"application/json"),)), b'{"id": 7}')


class Sender:
    """Answers at once."""

    def send(self, request: HttpRequest) -> HttpReply:
        """The reply."""
        return REPLY

    def close(self) -> None:
        """Nothing."""


class AsyncSender:
    """Answers at once."""

    async def send(self, request: HttpRequest) -> HttpReply:
        """The reply."""
        return REPLY

    async def aclose(self) -> None:
        """Nothing."""


def attempt_and_layers() -> tuple[Attempt, Attempts, Exchange]:
    """A first attempt, the pipeline, and what lies below it."""
    setup = setup_of({"transport": object()}, "petstore")  # type: ignore[typeddict-item]
    authoriser = Authoriser("key", clock=setup.clock)
    engine = Engine(petstore.CONNECTOR, setup, authoriser, {})
    prepared = engine.prepared("get_pet")
    ends_at = time.monotonic() + 3600
    wire = WireRequest("GET", "/pets/7", "")
    attempt = Attempt(prepared, prepared.server, wire, NO_OPTIONS, (), "", ends_at, "", 1)
    return attempt, engine.attempts, engine.exchange


def cpu(loop: Callable[[], object]) -> float:
    """Microseconds of CPU a call."""
    start = time.process_time()
    loop()
    return (time.process_time() - start) / CALLS * 1e6


def loop_of(call: Callable[[], Awaitable[object]]) -> Callable[[], object]:
    """A loop of calls in one event loop."""

    async def loop() -> None:
        for _ in range(CALLS):
            await call()

    return lambda: asyncio.run(loop())


def main() -> None:
    """Print the table."""
    attempt, attempts, exchange = attempt_and_layers()
    sender, async_sender = Sender(), AsyncSender()

    def bare() -> Effects[object]:
        signature: Signature = yield from exchange.signature(attempt)
        return (yield from exchange.reply(attempt, signature))

    async def bare_async() -> Any:
        return await drive_async(bare(), async_sender)

    async def ours_async() -> Any:
        return await drive_async(attempts.made(attempt), async_sender)

    breaker = AsyncCircuitBreakerFactory()
    limiter = AsyncLimiter(1e9, 1)
    places = asyncio.Semaphore(100)

    @retry(stop=stop_after_attempt(3), wait=wait_random_exponential(max=8))
    async def stacked() -> Any:
        async with limiter, places, await breaker.get_breaker("host"):
            return await bare_async()

    loops: dict[str, Callable[[], object]] = {
        "sync bare": lambda: [drive(bare(), sender) for _ in range(CALLS)],
        "sync ours": lambda: [drive(attempts.made(attempt), sender) for _ in range(CALLS)],
        "async bare": loop_of(bare_async),
        "async ours": loop_of(ours_async),
        "async stacked": loop_of(stacked),
    }
    taken: dict[str, list[float]] = {name: [] for name in loops}
    for _ in range(ROUNDS):
        for name, loop in loops.items():
            taken[name].append(cpu(loop))
    figures = {name: median(values) for name, values in taken.items()}
    for name, value in figures.items():
        over = value - figures[f"{name.split()[0]} bare"]
        print(f"{name:14} {value:7.2f} µs   {over:+6.2f} µs over bare")
    print(f"policy: {ResiliencePolicy.default.max_attempts} attempts, circuit, budget, bulkhead")
    ours = figures["async ours"] - figures["async bare"]
    others = figures["async stacked"] - figures["async bare"]
    print(f"stacked libraries add {others / ours:.1f} times as much")


if __name__ == "__main__":
    main()
