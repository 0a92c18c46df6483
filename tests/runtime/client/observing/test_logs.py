"""What the log of a connector says, and what it never says."""

import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from connector_runtime.client import ConfigurationError, ResiliencePolicy, events
from connector_runtime.client.observing.logs import log_event
from generated import petstore
from tests.runtime.client.clocks import FakeClock
from tests.runtime.client.drivers import PET, Driver, Vendor, answers
from tests.runtime.client.packages import Make, operation

CANARY = "secret-canary"
LOGGER = "connector_runtime.petstore"


@pytest.fixture(autouse=True)
def levels() -> Iterator[None]:
    """Loggers are of the process: a test leaves them as they were."""
    loggers = [logging.getLogger(name) for name in (LOGGER, "connector_runtime.acme")]
    before = [logger.level for logger in loggers]
    yield
    for logger, level in zip(loggers, before, strict=True):
        logger.setLevel(level)


def read(driver: Driver, *replies: Any, **settings: Any) -> None:
    """One call with the log's hook."""
    settings = {"transport": Vendor(list(replies)).transport, "clock": FakeClock(), **settings}
    client = driver.client(petstore, CANARY, hooks=(log_event,), **settings)
    driver.run(client.pets.retrieve(7))


def told(caplog: pytest.LogCaptureFixture) -> list[tuple[str, int]]:
    return [(getattr(each, "event", ""), each.levelno) for each in caplog.records]


def test_a_call_is_one_line(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    read(driver, answers(200, PET, x_request_id="r1"))
    (record,) = caplog.records
    said: Any = record
    assert (record.name, record.levelno) == (LOGGER, logging.INFO)
    assert record.getMessage() == (
        "get_pet call.finished seconds=0.000 attempts=1 status_code=200 request_id=r1"
    )
    assert (said.operation, said.status_code, said.attempts) == ("get_pet", 200, 1)
    assert (said.request_id, said.seconds, len(said.call_id)) == ("r1", 0.0, 32)


def test_retries_are_warnings_and_attempts_are_details(
    driver: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, LOGGER)
    policy = ResiliencePolicy.default
    read(driver, answers(503), httpx.ConnectError("refused"), answers(200, PET), policy=policy)
    attempt, retry = ("attempt.finished", logging.DEBUG), ("retry.scheduled", logging.WARNING)
    end = ("call.finished", logging.INFO)
    assert told(caplog) == [attempt, retry, attempt, retry, attempt, end]
    first, refused = caplog.records[0], caplog.records[3]
    assert (getattr(first, "status_code", 0), getattr(first, "method", "")) == (503, "GET")
    assert getattr(refused, "error_type", "") == "APIConnectionError"


def test_a_failed_call_says_why(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    with pytest.raises(runtime.NotFoundError):
        read(driver, answers(404, {"message": "private words"}))
    assert "error_type=NotFoundError" in caplog.text
    assert getattr(caplog.records[0], "status_code", 0) == 404
    assert "private words" not in caplog.text


def test_an_open_circuit_is_a_warning(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    policy = ResiliencePolicy(max_attempts=2, trip_on_exhausted_retries=True)
    transport = Vendor([answers(503)]).transport
    for _ in range(2):
        with pytest.raises(runtime.APIError):
            read(driver, policy=policy, transport=transport)
    warned = [name for name, level in told(caplog) if level == logging.WARNING]
    assert "circuit.opened" in warned
    assert "circuit.rejected" in warned


def test_a_violation_names_the_place_and_not_the_value(
    driver: Driver, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, LOGGER)
    read(driver, answers(200, {**PET, "id": "private words"}))
    violation: Any = next(r for r in caplog.records if "contract" in r.getMessage())
    assert (violation.levelno, violation.pointer, violation.got) == (30, "/id", "string")
    assert "private words" not in caplog.text


def everything(caplog: pytest.LogCaptureFixture) -> str:
    """Every attribute of every record, and its text."""
    seen = [vars(each) | {"text": each.getMessage()} for each in caplog.records]
    return json.dumps(seen, default=repr)


@pytest.mark.parametrize(
    "reply",
    [
        answers(200, {"body": "canary-of-body"}),
        answers(401, {"message": f"The key {CANARY} is wrong: canary-of-body."}),
        answers(200, text="{canary-of-body", content_type="application/json"),
        httpx.ReadError(f"while sending {CANARY} and canary-of-body"),
    ],
    ids=["success", "quoted by the vendor", "unreadable", "quoted by the transport"],
)
@pytest.mark.parametrize("location", ["query", "header", "cookie"])
def test_no_secret_and_no_body_is_logged(
    driver: Driver, acme: Make, caplog: pytest.LogCaptureFixture, reply: Any, location: str
) -> None:
    caplog.set_level(logging.DEBUG, "connector_runtime")
    # The parameter's name gives nothing away: only the scheme says that it is secret.
    scheme: dict[str, Any] = {
        "name": "k",
        "kind": "apiKey",
        "in": location,
        "parameter": "zz",
        "environment": [],
    }
    media = {"content_type": "application/json", "kind": "json", "fields": {"note": "note"}}
    package = acme(
        operation("send", "POST", body={"required": True, "media": [{**media, "schema": {}}]}),
        servers=[{"url": "https://api.acme.com"}],
        security=[{"k": []}],
        security_schemes=[scheme],
    )
    vendor = Vendor([reply])
    client = driver.client(package, CANARY, transport=vendor.transport, hooks=(log_event,))
    options = runtime.CallOptions(extra_query={"access_token": CANARY})
    with suppress(runtime.ConnectorError):
        driver.run(client.call("send", {"note": "canary-of-body"}, options))
    sent = vendor.requests[0]
    assert CANARY in str(sent.url)
    assert b"canary-of-body" in sent.content
    assert CANARY in f"{sent.url.params.get('zz')}{sent.headers.raw}"
    assert {"attempt.finished", "call.finished"} <= {name for name, _ in told(caplog)}
    assert CANARY not in everything(caplog)
    assert "canary-of-body" not in everything(caplog)


def kinds(kind: type[events.Event]) -> Iterator[type[events.Event]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds(each)


@pytest.mark.parametrize("kind", [*kinds(events.Event)], ids=lambda kind: kind.__name__)
def test_no_field_is_one_of_logging_itself(kind: type[events.Event]) -> None:
    """``extra`` must not overwrite what a record has anyway."""
    reserved = vars(logging.makeLogRecord({})).keys() | {"message", "asctime"}
    assert reserved.isdisjoint(each.name for each in fields(kind))


def test_the_environment_asks_for_a_log(
    driver: Driver, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    transport = Vendor([answers(200, PET)]).transport
    for level, lines in [("debug", 2), ("info", 1), ("warning", 0), ("off", 0), ("", 0)]:
        monkeypatch.setenv("PETSTORE_LOG", level)
        caplog.clear()
        client = driver.client(petstore, transport=transport)
        driver.run(client.pets.retrieve(7))
        assert len(caplog.records) == lines, level


def test_a_hook_that_is_there_already_logs_once(
    driver: Driver, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETSTORE_LOG", "info")
    read(driver, answers(200, PET))
    assert len(caplog.records) == 1


def test_another_level_is_refused(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PETSTORE_LOG", "loud")
    with pytest.raises(ConfigurationError, match="PETSTORE_LOG must be debug, info, warning"):
        driver.client(petstore)


PROGRAM = """
import sys
import httpx
from generated import petstore

def answer(request):
    return httpx.Response(200, json={"id": 7, "name": "Rex", "status": "available", "tags": []})

client = petstore.PetstoreClient("secret-canary", transport=httpx.MockTransport(answer))
client.pets.retrieve(7)
if "configured" in sys.argv:
    import logging
    logging.basicConfig(stream=sys.stdout, format="%(message)s")
    client.pets.retrieve(7)
here = "connector_runtime.client."
print(*[each for each in ("observing", "events", "watching") if here + each in sys.modules])
"""


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A program of its own, whose log nobody has configured."""
    import os

    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )


def test_without_a_configured_log_lines_go_to_stderr() -> None:
    done = run(PETSTORE_LOG="debug")
    lines = done.stderr.splitlines()
    assert [line.split()[2:6] for line in lines] == [
        ["DEBUG", LOGGER, "get_pet", "attempt.finished"],
        ["INFO", LOGGER, "get_pet", "call.finished"],
    ]
    assert "secret-canary" not in done.stderr


def test_the_program_may_configure_its_log_later() -> None:
    done = run("configured", PETSTORE_LOG="info")
    assert len(done.stderr.splitlines()) == 1
    assert done.stdout.startswith("get_pet call.finished ")


def test_without_the_variable_nothing_is_imported() -> None:
    done = run(PETSTORE_LOG="")
    assert (done.stdout.strip(), done.stderr) == ("", "")
