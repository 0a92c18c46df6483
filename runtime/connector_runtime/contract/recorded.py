"""Recorded replies (cassettes): are they still what the description says?

Each is played to the client once more, as the vendor's answer, and judged like one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from connector_runtime.client.errors import APIStatusError, ConfigurationError
from connector_runtime.client.mocking.cassettes import read_cassette
from connector_runtime.client.mocking.controls import Mock
from connector_runtime.client.mocking.problems import MockUsageError
from connector_runtime.client.mocking.records import Record, described, is_hidden
from connector_runtime.client.operation import Operation
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.resilience.settings import ResiliencePolicy
from connector_runtime.contract.calls import Caller, Observation, connector_of, mock_class
from connector_runtime.contract.contents import json_of
from connector_runtime.contract.described import described_of
from connector_runtime.contract.findings import Finding, gathered
from connector_runtime.contract.judgement import error_findings, judge, outcome_of
from connector_runtime.contract.results import Result, result_of

_SUFFIX = ".jsonl"


class CassetteError(ConfigurationError):
    """A folder or file of cassettes that cannot be read; the message says where and why."""


class Recording(NamedTuple):
    """One recorded call; ``place`` is its file in the folder, and its line."""

    place: str
    record: Record

    def __str__(self) -> str:
        return self.place


def recordings(folder: Path, connector: str) -> tuple[Recording, ...]:
    """What is recorded of a connector in a folder, and in those below it; cassettes of others are
    passed over. Raises :class:`CassetteError`, also where there is nothing of this one."""
    found: list[Recording] = []
    for file in sorted(folder.rglob(f"*{_SUFFIX}")):
        try:
            cassette = read_cassette(file)
        except MockUsageError as error:
            raise CassetteError(str(error)) from None
        if cassette.connector == connector:
            name = file.relative_to(folder).as_posix()
            lines = enumerate(cassette.records, 2)
            found += [Recording(f"{name}:{line}", record) for line, record in lines]
    if not found:
        what = f"no cassette ({_SUFFIX}) of {connector}" if folder.is_dir() else "no such folder"
        raise CassetteError(f"{folder}: {what}")
    return tuple(found)


class Replays:
    """Plays recorded replies to the mock client of a generated package."""

    def __init__(self, package: ModuleType) -> None:
        self._connector = connector_of(package)
        self._make = mock_class(package)
        self._described = described_of(self._connector)

    def results(self, recorded: Iterable[Recording]) -> Iterator[Result]:
        """All of them, one after the other."""
        return map(self.check, recorded)

    def check(self, recording: Recording) -> Result:
        """Whether the description still allows the reply; the result's variant is its place."""
        record = recording.record
        try:
            operation = self._connector.operations[record.operation]
        except KeyError:
            return self._gone(recording)
        found = gathered((*self._overtaken(operation, record), *self._told(operation, record)))
        result = result_of(operation, outcome_of(found), found)
        return replace(result, status=record.status, variant=recording.place)

    def _gone(self, recording: Recording) -> Result:
        finding = Finding(
            connector=self._connector.name,
            operation=recording.record.operation,
            kind="gone",
            expected="an operation of the description",
            got="none of this name",
        )
        return Result(
            operation=finding.operation,
            method="",
            path="",
            outcome="drift",
            status=recording.record.status,
            findings=(finding,),
            variant=recording.place,
        )

    def _overtaken(self, operation: Operation, record: Record) -> Iterator[Finding]:
        if record.described != described(operation):
            was = "a recording of this description"
            yield self._described.finding(operation, "overtaken", was, "one of another")

    def _told(self, operation: Operation, record: Record) -> Iterator[Finding]:
        """Deviations, without those that are so because a value was replaced by the recorder."""
        seen = self._played(operation, record)
        if isinstance(seen.error, APIStatusError):
            found = gathered(error_findings(seen, seen.error, self._described))
        else:
            found = judge(seen, self._described).findings
        document = json_of(record.content.encode(), "")
        for each in found:
            keyword = "anyOf" if each.kind == "variant" else each.kind
            if not is_hidden(document, tokens_of(each.pattern), keyword):
                yield each

    def _played(self, operation: Operation, record: Record) -> Observation:
        caller = Caller(self._make, strict=False, policy=ResiliencePolicy(max_attempts=1))
        mock: Mock = getattr(caller.client, "mock")  # noqa: B009
        mock.vendor.checks = False  # What was asked is not recorded: any request will do.
        mock.vendor.stubs[operation.name] = [record.answer]
        arguments = operation.example_arguments(0)
        if operation.stream_parameter and "event-stream" in record.headers.get("content-type", ""):
            arguments[operation.stream_parameter] = True
        try:
            return caller.call(operation, arguments)
        finally:
            caller.client.close()
