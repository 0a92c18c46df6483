"""What hooks see, and that nobody sees a secret."""

import logging
import traceback
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from generated import petstore, stripe
from tests.runtime.client.drivers import PET, Driver, Vendor, answers

CANARY = "secret-canary"


def test_events_come_in_order(driver: Driver) -> None:
    seen: list[Any] = []
    vendor = Vendor([answers(200, dict(PET), x_request_id="r1")])
    client = driver.client(petstore, transport=vendor.transport, hooks=(seen.append,))
    driver.run(client.pets.retrieve(7))
    assert [event.name for event in seen] == ["call.started", "attempt.finished", "call.finished"]
    assert len({event.call_id for event in seen}) == 1
    attempt, call = seen[1:]
    assert (attempt.attempt, attempt.method, attempt.status_code) == (1, "GET", 200)
    assert attempt.url == "https://petstore.example.com/v1/pets/7"
    assert (call.attempts, call.request_id, call.error) == (1, "r1", None)
    assert 0 <= attempt.seconds <= call.seconds


def test_failures_are_seen_too(driver: Driver) -> None:
    seen: list[Any] = []
    vendor = Vendor([httpx.ConnectError("refused")])
    client = driver.client(petstore, transport=vendor.transport, hooks=(seen.append,))
    with pytest.raises(runtime.APIConnectionError) as caught:
        driver.run(client.pets.retrieve(7))
    assert seen[-1].error is caught.value
    assert seen[1].status_code is None


class Stamp:
    """A hook that puts a header field into requests; it may fail, or give what no header can be."""

    def __init__(self, *fields: tuple[str, Any]) -> None:
        self.fields, self.asked, self.told = fields, list[Any](), list[str]()

    def __call__(self, event: runtime.Event) -> None:
        self.told.append(event.name)

    def request_headers(self, event: Any) -> Any:
        self.asked.append(event)
        return self.fields or 1 / 0


def test_a_hook_may_add_header_fields(driver: Driver) -> None:
    first, second = Stamp(("X-Trace", "one"), ("accept", "text/x")), Stamp(("x-trace", "two"))
    vendor = Vendor([answers(503), answers(200, dict(PET))])
    policy = runtime.ResiliencePolicy(transient_base=0.001)
    client = driver.client(
        petstore, CANARY, transport=vendor.transport, hooks=(first, second), policy=policy
    )
    driver.run(client.pets.retrieve(7))
    for request in vendor.requests:
        assert request.headers.get_list("x-trace") == ["two"]
        assert request.headers.get_list("accept") == ["text/x"]
    started = first.asked[1]
    assert (started.name, started.attempt, started.method) == ("attempt.started", 2, "GET")
    assert (started.host, started.port) == ("petstore.example.com", 443)
    assert started.url_template == "/v1/pets/{pet_id}"
    assert "attempt.started" not in first.told
    assert CANARY not in str(started)


@pytest.mark.parametrize(
    "fields",
    [(), (("Host", "evil.example.com"),), (("X-Two", "a\r\nb"),), (("X-Two", 2),)],
    ids=["it fails", "framing", "line break", "no text"],
)
def test_a_hook_that_fails_adds_nothing(
    driver: Driver, fields: Any, caplog: pytest.LogCaptureFixture
) -> None:
    vendor = Vendor([answers(200, dict(PET))])
    good = Stamp(("X-Good", "1"))
    client = driver.client(petstore, transport=vendor.transport, hooks=(Stamp(*fields), good))
    driver.run(client.pets.retrieve(7))
    (request,) = vendor.requests
    assert request.headers["x-good"] == "1"
    assert "x-two" not in request.headers
    assert request.headers["host"] == "petstore.example.com"
    assert "a hook failed on attempt.started" in caplog.text


def everything_visible(driver: Driver, client: Any, vendor: Vendor, seen: list[Any]) -> str:
    """All text that a program, its log or its user could come to see."""
    texts = [repr(client), repr(client.pets), repr(vars(client)), str(seen)]
    try:
        driver.run(client.pets.retrieve(7))
    except runtime.ConnectorError as error:
        texts += [repr(error), str(error), *traceback.format_exception(error), repr(vars(error))]
    return "\n".join([*texts, str(seen)])


@pytest.mark.parametrize(
    "reply",
    [
        answers(200, dict(PET)),
        answers(401, {"code": "bad_key", "message": f"The key {CANARY} is wrong."}),
        httpx.ReadError(f"while sending {CANARY}"),
        answers(200, text="{", content_type="application/json"),
    ],
    ids=["success", "quoted by the vendor", "quoted by the transport", "unreadable"],
)
def test_nobody_sees_a_secret(driver: Driver, reply: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "connector_runtime")
    seen: list[Any] = []
    vendor = Vendor([reply])
    client = driver.client(petstore, CANARY, transport=vendor.transport, hooks=(seen.append,))
    text = everything_visible(driver, client, vendor, seen)
    assert CANARY in str(vendor.requests[0].headers.raw)
    ours = [line for line in text.splitlines() if "httpx.ReadError" not in line]
    assert CANARY not in "\n".join(ours)
    assert CANARY not in caplog.text


def test_credentials_show_and_leave_nothing(driver: Driver) -> None:
    import pickle

    secrets = runtime.Credentials(CANARY, basicAuth=(CANARY, CANARY))
    grant = runtime.OAuth2ClientCredentials("id", CANARY)
    for each in (secrets, grant):
        assert CANARY not in repr(each)
        with pytest.raises(TypeError, match="secrets"):
            pickle.dumps(each)
    client = driver.client(stripe, secrets)
    assert CANARY not in repr(client)
