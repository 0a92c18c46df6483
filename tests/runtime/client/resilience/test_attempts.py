"""Calls of generated clients against a vendor that fails: what is sent, when, and what is raised."""

import asyncio
import json
import threading
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from connector_runtime.client import ResiliencePolicy
from generated import petstore, stripe
from tests.runtime.client.clocks import FakeClock
from tests.runtime.client.drivers import PET, Driver, Vendor, answers
from tests.runtime.client.packages import Make, operation

DEFAULT = ResiliencePolicy.default
LOST = httpx.ReadTimeout("lost")
ACME = "https://acme.example.com"
REFUSED = httpx.ConnectError("refused")


class Case:
    """A client, its vendor, its clock, and the events it tells."""

    def __init__(self, driver: Driver, *replies: Any, package: Any = petstore, **settings: Any):
        self.driver, self.vendor, self.clock = driver, Vendor(list(replies)), FakeClock()
        self.events: list[runtime.Event] = []
        self.transport = self.vendor.transport
        settings = {
            "policy": DEFAULT,
            "clock": self.clock,
            "hooks": [self.events.append],
            "transport": self.transport,
            **settings,
        }
        self.client = driver.client(package, **settings)

    def read(self, **options: Any) -> Any:
        return self.driver.run(self.client.pets.retrieve(7, options=_options(options)))

    def write(self, **options: Any) -> Any:
        return self.driver.run(self.client.pets.create(name="Rex", options=_options(options)))

    def names(self) -> list[str]:
        return [each.name for each in self.events if each.name not in {"attempt.finished"}]


def _options(options: dict[str, Any]) -> runtime.CallOptions | None:
    return runtime.CallOptions(**options) if options else None


def error_of(function: Any, **options: Any) -> Any:
    with pytest.raises(runtime.ConnectorError) as caught:
        function(**options)
    return caught.value


@pytest.mark.parametrize("status", [408, 425, 500, 502, 503, 504, 520, 524, 529])
def test_a_read_is_repeated_after_a_passing_failure(driver: Driver, status: int) -> None:
    case = Case(driver, answers(status), answers(status), answers(200, PET))
    assert case.read().name == "Rex"
    assert len(case.vendor.requests) == 3
    assert 0 <= case.clock.slept[0] <= 0.5
    assert 0 <= case.clock.slept[1] <= 1.0
    assert case.names() == ["call.started", "retry.scheduled", "retry.scheduled", "call.finished"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 410, 422, 501, 505])
def test_what_will_not_pass_is_raised_at_once(driver: Driver, status: int) -> None:
    case = Case(driver, answers(status))
    error = error_of(case.read)
    assert (error.status_code, error.attempts) == (status, 1)
    assert case.clock.slept == []


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_a_write_that_may_have_happened_is_not_repeated(driver: Driver, status: int) -> None:
    case = Case(driver, answers(status))
    assert error_of(case.write).status_code == status
    assert len(case.vendor.requests) == 1


def test_a_write_that_was_not_sent_is_repeated(driver: Driver) -> None:
    case = Case(driver, REFUSED, httpx.ConnectTimeout("slow"), answers(201, PET))
    assert case.write().name == "Rex"


def test_a_write_whose_answer_was_lost_is_sent_once(driver: Driver) -> None:
    case = Case(driver, LOST)
    error = error_of(case.write)
    assert type(error) is runtime.OutcomeUnknownError
    assert (error.attempts, error.idempotency_key) == (1, "")
    assert len(case.vendor.requests) == 1


def test_with_a_key_a_lost_write_is_repeated_with_the_same_key(driver: Driver) -> None:
    case = Case(driver, LOST, answers(500), answers(201, PET))
    assert case.write(idempotency_key="k1").name == "Rex"
    keys = [request.headers["idempotency-key"] for request in case.vendor.requests]
    assert keys == ["k1", "k1", "k1"]


def test_a_vendor_that_knows_keys_gets_one_for_each_call(driver: Driver) -> None:
    case = Case(driver, LOST, answers(200, {"id": "cus_1"}), package=stripe)
    for _ in range(2):
        driver.run(case.client.customers.create(email="ada@example.com"))
    keys = [request.headers["idempotency-key"] for request in case.vendor.requests]
    assert len(keys) == 3
    assert keys[0] == keys[1] != keys[2]


def test_a_key_that_we_made_is_told_when_the_outcome_is_unknown(driver: Driver) -> None:
    case = Case(driver, LOST, package=stripe)
    error = error_of(lambda: driver.run(case.client.customers.create(email="ada@example.com")))
    keys = {request.headers["idempotency-key"] for request in case.vendor.requests}
    assert type(error) is runtime.OutcomeUnknownError
    assert error.attempts == len(case.vendor.requests) == 3
    assert keys == {error.idempotency_key}


def test_reads_and_deletes_need_no_key(driver: Driver) -> None:
    case = Case(driver, answers(200, {"id": "cus_1"}), package=stripe)
    driver.run(case.client.customers.retrieve("cus_1"))
    driver.run(case.client.customers.delete("cus_1"))
    assert all("idempotency-key" not in each.headers for each in case.vendor.requests)


@pytest.mark.parametrize("name", ["x-should-retry", "stripe-should-retry"])
def test_the_vendor_knows_best(driver: Driver, name: str) -> None:
    again = httpx.Response(409, headers={name: "true"})
    case = Case(driver, again, answers(201, PET))
    assert case.write().name == "Rex"
    never = Case(driver, httpx.Response(500, headers={name: "false"}))
    assert error_of(never.read).retryable is False
    assert len(never.vendor.requests) == 1


def test_a_refusal_of_too_many_requests_is_repeated_whatever_it_was(driver: Driver) -> None:
    case = Case(driver, answers(429, retry_after="7"), answers(201, PET))
    assert case.write().name == "Rex"
    assert 7 <= sum(case.clock.slept) <= 7.7


@pytest.mark.parametrize("advice", ["99999999", "31", "Fri, 31 Dec 2100 23:59:59 GMT"])
def test_a_wait_beyond_the_deadline_is_raised_at_once(driver: Driver, advice: str) -> None:
    case = Case(driver, answers(429, retry_after=advice))
    error = error_of(case.read)
    assert type(error) is runtime.RateLimitError
    assert (error.code, error.retryable) == ("UPSTREAM_RATE_LIMITED", True)
    assert error.retry_after is not None
    assert error.retry_after > 30
    assert case.clock.slept == []


def test_who_was_told_to_wait_does_not_ask_before(driver: Driver) -> None:
    case = Case(driver, answers(429, retry_after="100"), answers(200, PET))
    error_of(case.read)
    error = error_of(case.read)
    assert 99 < error.retry_after <= 100
    assert error.attempts == 0
    assert len(case.vendor.requests) == 1
    case.clock.move(80)
    assert case.read().name == "Rex"
    assert case.clock.slept == [pytest.approx(20)]
    assert "rate.limited" in case.names()


def test_limits_are_those_of_a_credential(driver: Driver) -> None:
    case = Case(driver, answers(429, retry_after="100"), answers(200, PET))
    error_of(case.read)
    other = driver.client(petstore, "another", transport=case.transport, clock=case.clock)
    assert driver.run(other.pets.retrieve(7)).name == "Rex"


def test_a_rate_of_ones_own(driver: Driver) -> None:
    policy = DEFAULT.with_changes(rate=2.0, burst=1)
    case = Case(driver, answers(200, PET), policy=policy)
    for _ in range(5):
        case.read()
    assert sum(case.clock.slept) == pytest.approx(2.0)


def test_attempts_end_with_the_deadline(driver: Driver) -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        case.clock.move(4)
        raise LOST

    policy = DEFAULT.with_changes(max_attempts=20, failures=1000, minimum_calls=1000)
    case = Case(driver, slow, deadline=10.0, policy=policy)
    error = error_of(case.read)
    assert type(error) in (runtime.DeadlineExceededError, runtime.APITimeoutError)
    assert error.attempts == len(case.vendor.requests) <= 3


def test_the_last_failure_is_the_callers(driver: Driver) -> None:
    case = Case(driver, answers(500), answers(502), answers(503))
    error = error_of(case.read)
    assert (error.status_code, error.attempts) == (503, 3)


@pytest.mark.parametrize(("most", "sent"), [(1, 1), (2, 2), (5, 5)])
def test_a_call_says_how_often(driver: Driver, most: int, sent: int) -> None:
    policy = DEFAULT.with_changes(failures=100, minimum_calls=100)
    case = Case(driver, answers(500), policy=policy)
    error_of(case.read, max_attempts=most)
    assert len(case.vendor.requests) == sent


def test_five_failures_open_the_circuit(driver: Driver) -> None:
    case = Case(driver, REFUSED)
    error_of(case.read)
    error_of(case.read)
    assert len(case.vendor.requests) == 5
    error = error_of(case.read)
    assert type(error) is runtime.CircuitOpenError
    assert (error.code, error.retryable, error.attempts) == ("CIRCUIT_OPEN", True, 0)
    assert error.retry_after is not None
    assert 50 < error.retry_after < 66
    assert len(case.vendor.requests) == 5
    assert case.names().count("circuit.opened") == 1
    assert case.names()[-3:] == ["call.started", "circuit.rejected", "call.finished"]


def test_a_circuit_closes_after_two_probes(driver: Driver) -> None:
    case = Case(driver, *[REFUSED] * 5, answers(200, PET))
    error_of(case.read)
    error_of(case.read)
    case.clock.move(66.1)
    case.read()
    case.read()
    assert [each for each in case.names() if each.startswith("circuit")] == [
        "circuit.opened",
        "circuit.half_opened",
        "circuit.closed",
    ]


def test_a_failed_probe_opens_it_for_longer(driver: Driver) -> None:
    case = Case(driver, REFUSED)
    error_of(case.read)
    error_of(case.read)
    case.clock.move(66.1)
    error_of(case.read)
    assert len(case.vendor.requests) == 6
    error = error_of(case.read)
    assert error.retry_after > 100


def test_one_tenants_bad_key_opens_nothing(driver: Driver) -> None:
    case = Case(driver, *[answers(401)] * 20, answers(200, PET))
    for _ in range(20):
        error_of(case.read)
    assert case.read().name == "Rex"


def test_a_failing_operation_leaves_the_others(driver: Driver) -> None:
    case = Case(driver, *[answers(500)] * 5, answers(200, {"pets": []}))
    error_of(case.read)
    error_of(case.read)
    assert type(error_of(case.read)) is runtime.CircuitOpenError
    driver.run(case.client.pets.list())


def test_a_mock_that_fails_opens_no_other_circuit(driver: Driver) -> None:
    bad, good = Case(driver, REFUSED), Case(driver, answers(200, PET))
    for _ in range(3):
        error_of(bad.read)
    assert good.read().name == "Rex"


def test_a_maintenance_that_says_how_long_is_excused(driver: Driver) -> None:
    case = Case(driver, answers(503, retry_after="1"), policy=DEFAULT.with_changes(max_attempts=5))
    error_of(case.read)
    assert "circuit.opened" not in case.names()
    error_of(case.read)
    error_of(case.read)
    assert "circuit.opened" in case.names()


def test_a_call_that_used_its_attempts_may_trip_the_circuit(driver: Driver) -> None:
    policy = DEFAULT.with_changes(trip_on_exhausted_retries=True)
    case = Case(driver, answers(500), policy=policy)
    assert error_of(case.read).status_code == 500
    assert type(error_of(case.read)) is runtime.CircuitOpenError
    assert len(case.vendor.requests) == 3


def test_an_outage_of_ten_thousand_calls_sends_few_retries(driver: Driver) -> None:
    policy = DEFAULT.with_changes(circuit_breaker=False)
    case = Case(driver, REFUSED, policy=policy, hooks=None)
    for _ in range(10_000):
        error_of(case.read)
    assert 10_000 <= len(case.vendor.requests) <= 10_035


def test_an_empty_budget_is_told(driver: Driver) -> None:
    case = Case(driver, REFUSED, policy=DEFAULT.with_changes(budget=20, failures=100))
    assert error_of(case.read).attempts == 2
    assert case.names().count("budget.exhausted") == 1
    assert case.client.runtime.stats().hosts["petstore.example.com"].budget == 6


def test_people_open_and_close_circuits(driver: Driver) -> None:
    case = Case(driver, answers(200, PET))
    case.client.runtime.open_circuit()
    error = error_of(case.read)
    assert (error.code, error.retry_after) == ("CIRCUIT_OPEN", None)
    case.client.runtime.reset_circuit()
    assert case.read().name == "Rex"
    case.client.runtime.open_circuit("get_pet")
    assert type(error_of(case.read)) is runtime.CircuitOpenError
    driver.run(case.client.pets.delete(7))
    stats = case.client.runtime.stats()
    (host,) = stats.hosts.values()
    assert host.circuit.state == "closed"
    assert host.operations["get_pet"].state == "forced_open"
    assert (stats.requests, stats.waiting, stats.limited_for) == (0, 0, 0.0)


def test_slow_calls_count(driver: Driver) -> None:
    def slow(request: httpx.Request) -> httpx.Response:
        case.clock.move(4.5)
        return answers(200, PET)

    case = Case(driver, slow, policy=DEFAULT.with_changes(minimum_calls=3))
    for _ in range(3):
        case.read()
    assert type(error_of(case.read)) is runtime.CircuitOpenError


def test_an_operation_has_needs_of_its_own(driver: Driver, acme: Make) -> None:
    package = acme(
        operation("once", retry={"max_attempts": 1}),
        operation("slowly", rate_limit={"rate": 0.5, "burst": 1, "scope": "operation"}),
        operation("often"),
    )
    case = Case(driver, answers(500), package=package, base_url=ACME)
    with pytest.raises(runtime.ServerError):
        driver.run(case.client.call("once", {}))
    assert len(case.vendor.requests) == 1
    case = Case(driver, answers(200, {}), package=package, base_url=ACME)
    for name in ("slowly", "often", "often", "slowly"):
        driver.run(case.client.call(name, {}))
    assert case.clock.slept == [pytest.approx(2.0)]


def test_a_key_may_belong_into_the_body(driver: Driver, acme: Make) -> None:
    media = {"content_type": "application/json", "kind": "json", "fields": {"amount": "amount"}}
    package = acme(
        operation(
            "pay",
            "POST",
            body={"required": True, "media": [media]},
            idempotency={"location": "body", "field": "idempotency_key"},
        )
    )
    case = Case(driver, LOST, answers(200, {}), package=package, base_url=ACME)
    driver.run(case.client.call("pay", {"amount": 5}))
    first, second = (json.loads(request.content) for request in case.vendor.requests)
    assert first == second
    assert first["amount"] == 5
    assert len(first["idempotency_key"]) == 36


def test_a_body_that_need_not_be_sent_is_not_sent_for_its_key(driver: Driver, acme: Make) -> None:
    media = {"content_type": "application/json", "kind": "json", "fields": {"amount": "amount"}}
    package = acme(
        operation(
            "pay",
            "POST",
            body={"media": [media]},
            idempotency={"location": "body", "field": "idempotency_key"},
        )
    )
    case = Case(driver, answers(200, {}), package=package, base_url=ACME)
    driver.run(case.client.call("pay", {}))
    assert case.vendor.requests[0].content == b""


class Gate(httpx.AsyncBaseTransport):
    """Answers when it is told to, and counts who waits inside."""

    def __init__(self) -> None:
        self.open = asyncio.Event()
        self.broken = False
        self.inside = self.most = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if self.broken:
            raise REFUSED
        self.inside += 1
        self.most = max(self.most, self.inside)
        try:
            await self.open.wait()
        finally:
            self.inside -= 1
        return answers(200, PET)


def gated(gate: Gate, **settings: Any) -> petstore.AsyncPetstoreClient:
    return petstore.AsyncPetstoreClient("key", transport=gate, **settings)


def test_so_many_requests_at_a_time() -> None:
    async def main() -> None:
        gate = Gate()
        policy = DEFAULT.with_changes(concurrency=5)
        async with gated(gate, policy=policy) as client:
            calls = [asyncio.create_task(client.pets.retrieve(7)) for _ in range(50)]
            await asyncio.sleep(0.05)
            stats = client.runtime.stats()
            assert (stats.requests, stats.waiting) == (5, 45)
            for call in calls[5:25]:
                call.cancel()
            gate.open.set()
            done = await asyncio.gather(*calls, return_exceptions=True)
            assert sum(isinstance(each, asyncio.CancelledError) for each in done) == 20
            assert gate.most == 5
            assert client.runtime.stats().requests == client.runtime.stats().waiting == 0

    asyncio.run(main())


def test_who_waits_in_line_keeps_to_the_deadline() -> None:
    async def main() -> None:
        gate = Gate()
        policy = DEFAULT.with_changes(concurrency=1, circuit_breaker=False, max_attempts=1)
        async with gated(gate, policy=policy, deadline=0.1) as client:
            calls = [asyncio.create_task(client.pets.retrieve(7)) for _ in range(3)]
            done = await asyncio.gather(*calls, return_exceptions=True)
            assert {type(each) for each in done} == {runtime.DeadlineExceededError}
            assert client.runtime.stats().requests == client.runtime.stats().waiting == 0

    asyncio.run(main())


def test_a_cancelled_probe_lets_the_next_through() -> None:
    async def main() -> None:
        gate, clock = Gate(), FakeClock()
        async with gated(gate, clock=clock) as client:
            gate.broken = True
            for _ in range(2):
                with pytest.raises(runtime.APIConnectionError):
                    await client.pets.retrieve(7)
            gate.broken = False
            clock.move(67)
            probe = asyncio.create_task(client.pets.retrieve(7))
            await asyncio.sleep(0.01)
            with pytest.raises(runtime.CircuitOpenError):
                await client.pets.retrieve(7)
            probe.cancel()
            await asyncio.sleep(0.01)
            gate.open.set()
            assert (await client.pets.retrieve(7)).name == "Rex"

    asyncio.run(main())


@pytest.fixture
def busy() -> Iterator[tuple[Any, threading.Event, list[int]]]:
    """A synchronous transport that holds every request until the event."""
    release, inside = threading.Event(), [0]

    def answer(request: httpx.Request) -> httpx.Response:
        inside[0] += 1
        release.wait(5)
        return answers(200, PET)

    yield httpx.MockTransport(answer), release, inside
    release.set()


def test_threads_wait_in_line_too(busy: tuple[Any, threading.Event, list[int]]) -> None:
    transport, release, inside = busy
    names: list[str] = []
    policy = DEFAULT.with_changes(concurrency=2)
    with petstore.PetstoreClient("key", transport=transport, policy=policy) as client:
        threads = [
            threading.Thread(target=lambda: names.append(client.pets.retrieve(7).name or ""))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        while client.runtime.stats().waiting < 4:
            pass
        assert inside == [2]
        release.set()
        for thread in threads:
            thread.join()
    assert names == ["Rex"] * 6
