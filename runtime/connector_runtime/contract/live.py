"""A live run: the plan's reads, then write flows where they are allowed."""

import time
from dataclasses import replace
from datetime import UTC, datetime
from types import ModuleType

from connector_runtime.client.operation import Operation
from connector_runtime.client.pointers import MISSING
from connector_runtime.client.servers import Server
from connector_runtime.contract.calls import Caller, Observation, client_class, connector_of
from connector_runtime.contract.collections import open_parameters
from connector_runtime.contract.contents import json_of
from connector_runtime.contract.described import described_of
from connector_runtime.contract.filling import Filled, Known, MissingError
from connector_runtime.contract.findings import gathered
from connector_runtime.contract.flows import CALLS, plan_flows
from connector_runtime.contract.interruption import termination_as_interrupt
from connector_runtime.contract.judgement import judge, outcome_of
from connector_runtime.contract.plan import plan_reads
from connector_runtime.contract.results import Report, Result, skipped
from connector_runtime.contract.sandbox import base_url_of, check_sandbox
from connector_runtime.contract.secrets import known_secrets, scrubbed, shown_url
from connector_runtime.contract.settings import LiveSettings
from connector_runtime.contract.writing import FlowRun

_PATIENCE = 3
"""Calls in a row without an answer, after which nobody is asked any more."""


def check_live(package: ModuleType, settings: LiveSettings | None = None) -> Report:
    """Call a vendor's API through a generated package, and judge every reply.

    Raises :class:`SandboxError` where writes are wanted and are not allowed, and
    :class:`ConfigurationError` for settings without meaning. Ctrl-C and SIGTERM end the run early;
    what was made is removed, and what was found until then is in the report.
    """
    return _Run(package, settings or LiveSettings()).report()


class _Run:
    def __init__(self, package: ModuleType, settings: LiveSettings) -> None:
        self._connector = connector_of(package)
        self._settings = settings
        self._base_url = base_url_of(self._connector, settings.base_url, settings.arguments)
        Server(self._base_url, allow_http=settings.allow_http)  # Refused now, and not at each call.
        if settings.live_writes:
            check_sandbox(self._connector, self._base_url, settings.credentials)
        maker = client_class(package)
        assert maker is not None  # Every generated package has a client.
        self._caller = Caller(maker, settings.credentials, **settings.client_settings())
        self._described = described_of(self._connector)
        self._known = Known(self._described, settings.seed)
        self._secrets = known_secrets(self._connector, settings.credentials)
        self._results: dict[str, Result] = {}
        self._leftovers: list[str] = []
        self._unanswered = 0
        self._probed = False
        self._halt = ""

    def report(self) -> Report:
        """Run, and tell."""
        start, started = time.monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
        interrupted = False
        try:
            with termination_as_interrupt():
                self._read()
                if self._settings.live_writes:
                    self._write()
        except KeyboardInterrupt:
            interrupted = True
        finally:
            self._caller.client.close()
        report = Report(
            connector=self._connector.name,
            mode="live",
            base_url=shown_url(self._base_url),
            started=started,
            seconds=round(time.monotonic() - start, 1),
            calls=self._caller.calls,
            results=tuple(self._results.values()),
            leftovers=tuple(self._leftovers),
            interrupted=interrupted,
        )
        return scrubbed(report, self._secrets)

    def _read(self) -> None:
        plan = plan_reads(self._connector.operations)
        for operation in plan.reads:
            self._tell(self._one(operation))
        for operation, reason in plan.skipped:
            self._tell(skipped(operation, reason))

    def _one(self, operation: Operation) -> Result:
        reason = self._refusal()
        if reason:
            self._known.note(operation, "was not called")
            return skipped(operation, reason)
        try:
            filled = self._known.filled(operation)
        except MissingError as error:
            self._known.note(operation, "could not be called")
            return skipped(operation, str(error))
        seen = self._called(operation, filled)
        result = judge(seen, self._described)
        self._learn(seen, result)
        self._mind(result)
        return self._with_error(operation, filled, result)

    def _called(
        self, operation: Operation, filled: Filled, *, unknown: bool = False
    ) -> Observation:
        return self._caller.call(
            operation, filled.arguments, made_up=filled.made_up, unknown_id=unknown
        )

    def _refusal(self) -> str:
        """Why no further call is made; empty while there may be."""
        if self._halt:
            return self._halt
        if self._caller.calls >= self._settings.max_calls:
            return f"the run makes at most {self._settings.max_calls} calls"
        return ""

    def _learn(self, seen: Observation, result: Result) -> None:
        """Take identifiers from what was listed; remember why there are none."""
        if seen.error is not None:
            asked = result.outcome != "skipped" or result.status is not None
            self._known.note(seen.operation, "failed" if asked else "was not called")
            return
        document = json_of(seen.content, seen.content_type)
        if document is not MISSING:
            self._known.learn(seen.operation, self._known.parents(seen.operation), document)

    def _mind(self, result: Result) -> None:
        """Stop where going on is rude or useless."""
        self._unanswered = self._unanswered + 1 if result.outcome == "unreachable" else 0
        if result.outcome == "rate-limited":
            self._halt = f"the vendor asked for fewer calls ({result.operation})"
        elif self._unanswered >= _PATIENCE:
            self._halt = f"{_PATIENCE} calls in a row were not answered"

    def _with_error(self, operation: Operation, filled: Filled, result: Result) -> Result:
        """Once a run, ask for a thing that cannot exist: errors have a contract, too."""
        if self._probed or result.outcome not in ("pass", "drift") or self._refusal():
            return result
        unknown = None
        if open_parameters(operation) and operation.errors and not filled.made_up:
            unknown = self._known.unknown(operation, filled)
        if unknown is None:
            return result
        self._probed = True
        probe = judge(self._called(operation, unknown, unknown=True), self._described)
        if probe.outcome not in ("drift", "broken"):
            return result
        found = gathered((*result.findings, *probe.findings))
        return replace(result, findings=found, outcome=outcome_of(found))

    def _write(self) -> None:
        for flow in plan_flows(self._connector.operations):
            if self._refusal() or self._caller.calls + CALLS > self._settings.max_calls:
                return
            run = FlowRun(flow, self._caller, self._known, self._described)
            try:
                run.sweep()
                run.run()
            finally:
                self._leftovers += run.leftovers
                for result in run.results:
                    self._tell(_joined(self._results.get(result.operation), result))

    def _tell(self, result: Result) -> None:
        self._results[result.operation] = result
        self._settings.on_result(scrubbed(result, self._secrets))


def _joined(before: Result | None, now: Result) -> Result:
    """One result of an operation that was called twice."""
    if before is None or not before.called:
        return now
    found = gathered((*before.findings, *now.findings))
    worse = now if before.outcome == "pass" else before
    return replace(worse, findings=found)
