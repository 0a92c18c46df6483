"""Calls as OpenTelemetry traces and metrics (extra ``otel``), by the conventions for HTTP clients.

One INTERNAL span per call, and below it one CLIENT span per request. Spans find each other by the
call's identifier, not by what is current: calls that interleave in one thread stay apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from typing import ClassVar

from connector_runtime.client.events import (
    AttemptFinished,
    AttemptStarted,
    CallFinished,
    CallStarted,
    Event,
)

try:
    from opentelemetry import metrics, trace
    from opentelemetry.context import Context
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import Span, SpanKind, Status, StatusCode, TracerProvider
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
    from opentelemetry.util.types import AttributeValue
except ImportError:
    raise ImportError("tracing needs: pip install 'connector-runtime[otel]'") from None

_SCOPE = "connector_runtime"
_SCHEMA = "https://opentelemetry.io/schemas/1.39.0"
_METHODS = frozenset(
    {"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE", "QUERY"}
)
_PLACE = frozenset({"connector", "operation", "call_id", "error"})
_OTHER = "_OTHER"
"""The conventions' word for a method, or for an end, that has no name of its own."""

Attributes = dict[str, AttributeValue]


@dataclass(slots=True)
class _Call:
    """A call that has begun: its span, and that of the request that is on the wire."""

    span: Span
    context: Context
    sent: int = 0
    attempt: Span | None = None
    attempt_context: Context | None = None
    attributes: Attributes | None = None
    """Those that the request's span and its duration have in common."""


class OpenTelemetryHook:
    """A hook that traces and measures. It may serve any number of clients, threads and tasks.

    Without providers the global ones are used. Requests carry the trace's context to the vendor
    (``traceparent`` and ``tracestate``); baggage stays here, because it may hold anything.
    """

    _BUCKETS: ClassVar[tuple[float, ...]] = (
        *(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25),
        *(0.5, 0.75, 1.0, 2.5, 5.0, 7.5, 10.0),
    )
    """Seconds; what the conventions recommend."""

    def __init__(
        self,
        tracer_provider: TracerProvider | None = None,
        meter_provider: MeterProvider | None = None,
    ) -> None:
        self._tracer = trace.get_tracer(_SCOPE, tracer_provider=tracer_provider, schema_url=_SCHEMA)
        meter = metrics.get_meter(_SCOPE, meter_provider=meter_provider, schema_url=_SCHEMA)
        self._duration = meter.create_histogram(
            "http.client.request.duration",
            unit="s",
            description="Duration of HTTP client requests.",
            explicit_bucket_boundaries_advisory=self._BUCKETS,
        )
        self._propagator = TraceContextTextMapPropagator()
        self._calls: dict[str, _Call] = {}

    def __call__(self, event: Event, /) -> None:
        """Something happened."""
        if isinstance(event, CallStarted):
            self._start_call(event)
        elif isinstance(event, AttemptFinished):
            self._finish_attempt(event)
        elif isinstance(event, CallFinished):
            self._finish_call(event)
        elif event.call_id in self._calls:
            self._calls[event.call_id].span.add_event(event.name, _details(event))

    def request_headers(self, event: AttemptStarted, /) -> Iterable[tuple[str, str]]:
        """Begin the span of a request; the result is its context, for the vendor."""
        call = self._calls.get(event.call_id)
        if call is None:
            return ()
        call.attributes = _target(event)
        span = self._tracer.start_span(
            event.method if event.method in _METHODS else "HTTP",
            context=call.context,
            kind=SpanKind.CLIENT,
            attributes=call.attributes | _request(event, call.sent),
        )
        call.sent += 1
        call.attempt = span
        call.attempt_context = trace.set_span_in_context(span, call.context)
        carrier: dict[str, str] = {}
        self._propagator.inject(carrier, context=call.attempt_context)
        return carrier.items()

    def _start_call(self, event: CallStarted) -> None:
        span = self._tracer.start_span(
            f"{event.connector}.{event.operation}",
            kind=SpanKind.INTERNAL,
            attributes={
                "connector.name": event.connector,
                "connector.operation": event.operation,
            },
        )
        self._calls[event.call_id] = _Call(span, trace.set_span_in_context(span))

    def _finish_attempt(self, event: AttemptFinished) -> None:
        call = self._calls.get(event.call_id)
        if call is None or call.attempt is None:
            return
        outcome = _outcome(event)
        _end(call.attempt, outcome)
        self._duration.record(
            event.seconds, {**(call.attributes or {}), **outcome}, context=call.attempt_context
        )
        call.attempt = None

    def _finish_call(self, event: CallFinished) -> None:
        call = self._calls.pop(event.call_id, None)
        if call is None:
            return
        outcome = _outcome(event) | {"connector.attempts": event.attempts}
        if event.request_id:
            outcome["connector.request_id"] = event.request_id
        _end(call.span, outcome)


def _target(event: AttemptStarted) -> Attributes:
    known = event.method in _METHODS
    return {
        "http.request.method": event.method if known else _OTHER,
        "server.address": event.host,
        "server.port": event.port,
    }


def _request(event: AttemptStarted, sent_before: int) -> Attributes:
    """What only the span has: too many values for a metric."""
    attributes: Attributes = {"url.full": event.url}
    if event.url_template:
        attributes["url.template"] = event.url_template
    if event.method not in _METHODS:
        attributes["http.request.method_original"] = event.method
    if sent_before:
        attributes["http.request.resend_count"] = sent_before
    return attributes


def _outcome(event: AttemptFinished | CallFinished) -> Attributes:
    """Status and kind of error. Neither is there after a cancellation, which is an error too."""
    status = event.status_code
    if status is None:
        status = getattr(event.error, "status_code", None)
    outcome: Attributes = {}
    if status is not None:
        outcome["http.response.status_code"] = status
    if status is not None and status >= 400:
        outcome["error.type"] = str(status)
    elif event.error is not None:
        outcome["error.type"] = type(event.error).__name__
    elif status is None:
        outcome["error.type"] = _OTHER
    return outcome


def _end(span: Span, outcome: Mapping[str, AttributeValue]) -> None:
    span.set_attributes(outcome)
    if "error.type" in outcome:
        span.set_status(Status(StatusCode.ERROR))
    span.end()


def _details(event: Event) -> Attributes:
    """The fields of an event, without those that the span has."""
    details: Attributes = {
        field.name: value
        for field in fields(event)
        if field.name not in _PLACE and (value := getattr(event, field.name)) is not None
    }
    error = getattr(event, "error", None)
    if error is not None:
        details["error.type"] = type(error).__name__
    return details
