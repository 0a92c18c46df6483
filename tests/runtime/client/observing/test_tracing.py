"""Traces and metrics of calls, read from OpenTelemetry's own SDK."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

import connector_runtime.client as runtime
from connector_runtime.client import ResiliencePolicy
from connector_runtime.client.observing.tracing import OpenTelemetryHook
from generated import petstore, stripe
from tests.runtime.client.clocks import FakeClock
from tests.runtime.client.drivers import PET, Driver, Vendor, answers
from tests.runtime.client.http.wires import reply, sends, wire
from tests.runtime.client.packages import Make, operation

CANARY = "secret-canary"
MANY = 50


@dataclass
class Telemetry:
    """A hook, and what it gave to the SDK."""

    exporter: InMemorySpanExporter = field(default_factory=InMemorySpanExporter)
    reader: InMemoryMetricReader = field(default_factory=InMemoryMetricReader)

    def __post_init__(self) -> None:
        self.tracers = TracerProvider()
        self.tracers.add_span_processor(SimpleSpanProcessor(self.exporter))
        self.meters = MeterProvider([self.reader])
        self.hook = OpenTelemetryHook(self.tracers, self.meters)

    @property
    def calls(self) -> list[ReadableSpan]:
        """In the order in which they began."""
        return self._spans(SpanKind.INTERNAL)

    @property
    def attempts(self) -> list[ReadableSpan]:
        """In the order in which they began."""
        return self._spans(SpanKind.CLIENT)

    def _spans(self, kind: SpanKind) -> list[ReadableSpan]:
        found = [span for span in self.exporter.get_finished_spans() if span.kind is kind]
        return sorted(found, key=lambda span: span.start_time or 0)

    def points(self) -> list[Any]:
        """What the histogram holds."""
        data: Any = self.reader.get_metrics_data()
        (metric,) = data.resource_metrics[0].scope_metrics[0].metrics
        assert (metric.name, metric.unit) == ("http.client.request.duration", "s")
        return list(metric.data.data_points)


@pytest.fixture
def telemetry() -> Iterator[Telemetry]:
    telemetry = Telemetry()
    yield telemetry
    telemetry.tracers.shutdown()
    telemetry.meters.shutdown()


def client_of(driver: Driver, telemetry: Telemetry, *replies: Any, **settings: Any) -> Any:
    """A client that is traced; waiting takes it no time."""
    settings = {"transport": Vendor(list(replies)).transport, "clock": FakeClock(), **settings}
    package = settings.pop("package", petstore)
    return driver.client(package, CANARY, hooks=(telemetry.hook,), **settings)


def attributes_of(span: ReadableSpan) -> dict[str, Any]:
    return dict(span.attributes or {})


def is_child(span: ReadableSpan, parent: ReadableSpan) -> bool:
    assert span.parent is not None
    assert parent.context is not None
    ours = (span.parent.span_id, span.parent.trace_id)
    return ours == (parent.context.span_id, parent.context.trace_id)


def test_a_call_has_a_span_and_its_request_another(driver: Driver, telemetry: Telemetry) -> None:
    client = client_of(driver, telemetry, answers(200, PET, x_request_id="r1"))
    driver.run(client.pets.retrieve(7))
    (call,), (attempt,) = telemetry.calls, telemetry.attempts
    assert (call.name, attempt.name) == ("petstore.get_pet", "GET")
    assert is_child(attempt, call)
    assert attributes_of(attempt) == {
        "http.request.method": "GET",
        "server.address": "petstore.example.com",
        "server.port": 443,
        "url.full": "https://petstore.example.com/v1/pets/7",
        "url.template": "/v1/pets/{pet_id}",
        "http.response.status_code": 200,
    }
    assert attributes_of(call) == {
        "connector.name": "petstore",
        "connector.operation": "get_pet",
        "connector.attempts": 1,
        "connector.request_id": "r1",
        "http.response.status_code": 200,
    }
    assert call.status.status_code is attempt.status.status_code is StatusCode.UNSET


def test_the_spans_of_a_write(driver: Driver, telemetry: Telemetry) -> None:
    client = client_of(driver, telemetry, answers(200, {"id": "cus_1"}), package=stripe)
    driver.run(client.customers.create(email="a@example.com"))
    (call,), (attempt,) = telemetry.calls, telemetry.attempts
    assert (call.name, attempt.name) == ("stripe.create_customer", "POST")
    assert attributes_of(attempt)["url.template"] == "/v1/customers"
    assert "a@example.com" not in str([call.to_json(), attempt.to_json()])


def test_retries_are_counted_and_told(driver: Driver, telemetry: Telemetry) -> None:
    replies = [answers(503), httpx.ConnectError("refused"), answers(200, PET)]
    client = client_of(driver, telemetry, *replies, policy=ResiliencePolicy.default)
    driver.run(client.pets.retrieve(7))
    (call,), attempts = telemetry.calls, telemetry.attempts
    assert all(is_child(each, call) for each in attempts)
    seen = [attributes_of(each) for each in attempts]
    assert [each.get("http.request.resend_count") for each in seen] == [None, 1, 2]
    assert [each.get("error.type") for each in seen] == ["503", "APIConnectionError", None]
    assert [each.get("http.response.status_code") for each in seen] == [503, None, 200]
    assert [each.status.status_code.name for each in attempts] == ["ERROR", "ERROR", "UNSET"]
    assert [each.name for each in call.events] == ["retry.scheduled", "retry.scheduled"]
    first: Any = call.events[0].attributes
    assert (first["attempt"], first["error.type"]) == (1, "ServerError")
    assert first["seconds"] >= 0
    assert attributes_of(call)["connector.attempts"] == 3
    assert call.status.status_code is StatusCode.UNSET


def test_an_error_shows_on_both_spans(driver: Driver, telemetry: Telemetry) -> None:
    client = client_of(driver, telemetry, answers(404, {"message": f"{CANARY} private words"}))
    with pytest.raises(runtime.NotFoundError):
        driver.run(client.pets.retrieve(7))
    for span in (*telemetry.calls, *telemetry.attempts):
        assert span.status.status_code is StatusCode.ERROR
        assert attributes_of(span)["error.type"] == "404"
        assert attributes_of(span)["http.response.status_code"] == 404
        assert CANARY not in span.to_json()
        assert "private words" not in span.to_json()


def test_what_is_no_connectors_error_is_one_too(driver: Driver, telemetry: Telemetry) -> None:
    """A cancelled task, or a mistake in a transport: the spans end."""
    client = client_of(driver, telemetry, ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        driver.run(client.pets.retrieve(7))
    spans = (*telemetry.calls, *telemetry.attempts)
    assert [attributes_of(span)["error.type"] for span in spans] == ["_OTHER", "_OTHER"]


def test_a_rejected_call_has_no_request(driver: Driver, telemetry: Telemetry) -> None:
    policy = ResiliencePolicy(max_attempts=1, trip_on_exhausted_retries=True)
    client = client_of(driver, telemetry, answers(503), policy=policy)
    for expected in (runtime.ServerError, runtime.CircuitOpenError):
        with pytest.raises(expected):
            driver.run(client.pets.retrieve(7))
    tripped, rejected = telemetry.calls
    assert len(telemetry.attempts) == 1
    assert [each.name for each in tripped.events] == ["circuit.opened"]
    (event,) = rejected.events
    assert event.name == "circuit.rejected"
    assert dict(event.attributes or {})["host"] == "petstore.example.com"
    assert attributes_of(rejected)["error.type"] == "CircuitOpenError"
    assert rejected.status.status_code is StatusCode.ERROR


def test_a_limit_is_an_event(driver: Driver, telemetry: Telemetry) -> None:
    policy = ResiliencePolicy(rate=1.0, burst=1)
    client = client_of(driver, telemetry, answers(200, PET), policy=policy)
    for _ in range(2):
        driver.run(client.pets.retrieve(7))
    assert [each.name for each in telemetry.calls[1].events] == ["rate.limited"]


def test_durations_are_measured_in_seconds(driver: Driver, telemetry: Telemetry) -> None:
    replies = [answers(503), answers(200, PET)]
    client = client_of(driver, telemetry, *replies, policy=ResiliencePolicy.default)
    driver.run(client.pets.retrieve(7))
    failed, done = sorted(
        telemetry.points(), key=lambda each: -each.attributes["http.response.status_code"]
    )
    common = {
        "http.request.method": "GET",
        "server.address": "petstore.example.com",
        "server.port": 443,
    }
    assert done.attributes == {**common, "http.response.status_code": 200}
    assert failed.attributes == {
        **common,
        "http.response.status_code": 503,
        "error.type": "503",
    }
    assert (done.count, failed.count) == (1, 1)
    assert done.explicit_bounds[:3] == (0.005, 0.01, 0.025)
    assert done.explicit_bounds[-3:] == (5.0, 7.5, 10.0)


def test_the_context_arrives_at_the_server(driver: Driver, telemetry: Telemetry) -> None:
    from opentelemetry import baggage
    from opentelemetry.context import attach, detach

    with wire(sends(reply())) as server:
        settings = {"base_url": server.url, "transport": None, "clock": None}
        client = client_of(driver, telemetry, **settings)
        token = attach(baggage.set_baggage("tenant", "private words"))
        try:
            driver.run(client.pets.retrieve(7))
        finally:
            detach(token)
        (sent,) = server.requests
    (attempt,) = telemetry.attempts
    assert attempt.context is not None
    trace_id, span_id = attempt.context.trace_id, attempt.context.span_id
    assert f"\r\ntraceparent: 00-{trace_id:032x}-{span_id:016x}-0".encode() in sent
    assert b"private words" not in sent
    assert attributes_of(attempt)["server.port"] == server.port


def test_a_call_belongs_to_the_span_of_its_caller(driver: Driver, telemetry: Telemetry) -> None:
    client = client_of(driver, telemetry, answers(200, PET))
    with telemetry.tracers.get_tracer("test").start_as_current_span("caller") as caller:
        driver.run(client.pets.retrieve(7))
    (call,) = [each for each in telemetry.calls if each.name != "caller"]
    assert isinstance(caller, ReadableSpan)
    assert is_child(call, caller)


def test_secrets_of_a_query_stay_out(driver: Driver, telemetry: Telemetry, acme: Make) -> None:
    scheme: dict[str, Any] = {
        "name": "k",
        "kind": "apiKey",
        "in": "query",
        "location": "query",
        "parameter": "zz",
        "environment": [],
    }
    package = acme(
        operation("get"),
        servers=[{"url": "https://api.acme.com"}],
        security=[{"k": []}],
        security_schemes=[scheme],
    )
    driver.run(client_of(driver, telemetry, answers(200, {}), package=package).call("get", {}))
    (attempt,) = telemetry.attempts
    assert attributes_of(attempt)["url.full"] == "https://api.acme.com/things?zz=[redacted]"


@pytest.mark.parametrize("path", ["/files/9", "/v1/pets/7"])
def test_a_redirect_is_another_request(driver: Driver, telemetry: Telemetry, path: str) -> None:
    there = answers(302, location=f"https://elsewhere.example.com{path}")
    client = client_of(driver, telemetry, there, answers(200, PET))
    driver.run(client.pets.retrieve(7))
    first, second = map(attributes_of, telemetry.attempts)
    assert first["http.response.status_code"] == 302
    assert second["server.address"] == "elsewhere.example.com"
    assert second["http.request.resend_count"] == 1
    assert "url.template" not in second


def settled(telemetry: Telemetry) -> None:
    """Every call has two requests, and they are its own: the pet's number says so."""
    calls = {each.context.span_id: each for each in telemetry.calls if each.context}
    assert (len(calls), len(telemetry.attempts)) == (MANY, 2 * MANY)
    urls: dict[int, list[str]] = {}
    for attempt in telemetry.attempts:
        assert attempt.parent is not None
        assert is_child(attempt, calls[attempt.parent.span_id])
        urls.setdefault(attempt.parent.span_id, []).append(attributes_of(attempt)["url.full"])
    assert {len(each) for each in urls.values()} == {2}
    assert all(len(set(each)) == 1 for each in urls.values())
    assert len({each[0] for each in urls.values()}) == MANY
    assert len({each.context.trace_id for each in telemetry.calls if each.context}) == MANY


class Failing:
    """Answers each pet's first request with 503, and waits a little each time."""

    def __init__(self) -> None:
        self.seen: set[str] = set()

    def status(self, path: str) -> int:
        """For the next request."""
        if path in self.seen:
            return 200
        self.seen.add(path)
        return 503


def patient() -> dict[str, Any]:
    policy = ResiliencePolicy(transient_base=0.01, budget=10_000, circuit_breaker=False)
    return {"policy": policy, "clock": None}


def test_interleaved_tasks_keep_apart(telemetry: Telemetry) -> None:
    vendor = Failing()

    async def answer(request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(0.01)
        return answers(vendor.status(request.url.path), PET)

    async def all_calls() -> None:
        driver = Driver("Async")
        client = client_of(driver, telemetry, transport=httpx.MockTransport(answer), **patient())
        await asyncio.gather(*(client.pets.retrieve(number) for number in range(MANY)))
        await client.aclose()

    asyncio.run(all_calls())
    settled(telemetry)


def test_threads_keep_apart(telemetry: Telemetry) -> None:
    import time

    vendor = Failing()

    def answer(request: httpx.Request) -> httpx.Response:
        time.sleep(0.005)
        return answers(vendor.status(request.url.path), PET)

    driver = Driver("")
    client = client_of(driver, telemetry, transport=httpx.MockTransport(answer), **patient())
    with ThreadPoolExecutor(MANY) as threads:
        list(threads.map(client.pets.retrieve, range(MANY)))
    driver.close()
    settled(telemetry)


def test_nothing_is_kept_of_calls_that_are_over(driver: Driver, telemetry: Telemetry) -> None:
    client = client_of(driver, telemetry, httpx.ConnectError("refused"))
    with pytest.raises(runtime.APIConnectionError):
        driver.run(client.pets.retrieve(7))
    assert vars(telemetry.hook)["_calls"] == {}


def test_without_the_hook_opentelemetry_is_not_imported() -> None:
    program = (
        "import sys; from generated import petstore; petstore.PetstoreClient('k', hooks=[print]);"
        " print([each for each in sys.modules if each.startswith('opentelemetry')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")
