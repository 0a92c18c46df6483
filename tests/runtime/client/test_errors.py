"""What a failed call raises."""

import pickle
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from generated import petstore, slack
from tests.runtime.client.drivers import PET, Driver, Vendor, answers


def failure(driver: Driver, *replies: Any, **settings: Any) -> Any:
    """The error of ``pets.retrieve`` with these replies."""
    client = driver.client(petstore, transport=Vendor(list(replies)).transport, **settings)
    with pytest.raises(runtime.ConnectorError) as caught:
        driver.run(client.pets.retrieve(7))
    return caught.value


@pytest.mark.parametrize(
    ("status", "kind", "retryable"),
    [
        (400, runtime.BadRequestError, False),
        (401, runtime.AuthenticationError, False),
        (403, runtime.PermissionDeniedError, False),
        (404, runtime.NotFoundError, False),
        (409, runtime.ConflictError, False),
        (418, runtime.APIStatusError, False),
        (422, runtime.UnprocessableEntityError, False),
        (429, runtime.RateLimitError, True),
        (500, runtime.ServerError, True),
        (501, runtime.ServerError, False),
        (503, runtime.ServerError, True),
    ],
)
def test_each_status_has_its_class(
    driver: Driver, status: int, kind: type[Exception], retryable: bool
) -> None:
    document = {"code": "pet_not_found", "message": "There is no pet 7."}
    error = failure(driver, answers(status, document, x_request_id="r1"))
    assert type(error) is kind
    assert (error.status_code, error.retryable, error.attempts) == (status, retryable, 1)
    assert (error.vendor_code, error.vendor_message) == ("pet_not_found", "There is no pet 7.")
    assert (error.request_id, error.body) == ("r1", document)
    assert isinstance(error.error, petstore.models.Error)
    assert error.error.message == "There is no pet 7."
    assert str(error).startswith("petstore.get_pet: ")


def test_a_page_of_html_says_nothing_but_its_status(driver: Driver) -> None:
    page = answers(502, text="<html>Bad gateway</html>", content_type="text/html")
    error = failure(driver, page)
    assert (error.vendor_message, error.error) == ("", None)
    assert error.body == "<html>Bad gateway</html>"
    assert "<html>" not in str(error)


def test_the_vendor_says_when_to_come_back(driver: Driver) -> None:
    assert failure(driver, answers(429, retry_after="7")).retry_after == 7
    assert failure(driver, answers(429, retry_after_ms="250")).retry_after == 0.25
    past = answers(503, retry_after="Wed, 21 Oct 2015 07:28:00 GMT")
    assert failure(driver, past).retry_after == 0
    assert failure(driver, answers(503, retry_after="soon")).retry_after is None


def test_the_vendor_says_whether_to_repeat(driver: Driver) -> None:
    assert failure(driver, answers(409, x_should_retry="true")).retryable is True
    assert failure(driver, answers(500, x_should_retry="false")).retryable is False


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("channel_not_found", runtime.NotFoundError),
        ("invalid_auth", runtime.AuthenticationError),
        ("missing_scope", runtime.PermissionDeniedError),
        ("ratelimited", runtime.RateLimitError),
        ("name_taken", runtime.ConflictError),
        ("msg_too_long", runtime.BadRequestError),
    ],
)
def test_slack_fails_with_status_200(driver: Driver, said: str, kind: type[Exception]) -> None:
    vendor = Vendor([answers(200, {"ok": False, "error": said})])
    client = driver.client(slack, transport=vendor.transport)
    with pytest.raises(runtime.APIStatusError) as caught:
        driver.run(client.call("send_message", {"channel": "C1", "text": "ok"}))
    assert type(caught.value) is kind
    assert (caught.value.status_code, caught.value.vendor_code) == (200, said)


def test_slack_succeeds_where_the_word_false_stands_elsewhere(driver: Driver) -> None:
    reply = {
        "ok": True,
        "channel": "C1",
        "ts": "1.0",
        "message": {"text": '"ok": false', "ok": False},
    }
    client = driver.client(slack, transport=Vendor([answers(200, reply)]).transport)
    sent = driver.run(client.call("send_message", {"channel": "C1", "text": "x"}))
    assert sent.ok is True


def test_a_lost_read_is_a_connection_error(driver: Driver) -> None:
    error = failure(driver, httpx.ReadError("reset"))
    assert type(error) is runtime.APIConnectionError
    assert error.sent is True


def test_a_slow_read_is_a_timeout(driver: Driver) -> None:
    assert type(failure(driver, httpx.ReadTimeout("slow"))) is runtime.APITimeoutError


def lost_write(driver: Driver, problem: Exception, **options: Any) -> Any:
    client = driver.client(petstore, transport=Vendor([problem]).transport)
    with pytest.raises(runtime.APIError) as caught:
        driver.run(client.pets.create(name="Rex", options=runtime.CallOptions(**options)))
    return caught.value


def test_a_lost_write_may_have_happened(driver: Driver) -> None:
    error = lost_write(driver, httpx.ReadTimeout("slow"))
    assert type(error) is runtime.OutcomeUnknownError
    assert (error.code, error.retryable) == ("OUTCOME_UNKNOWN", False)
    assert isinstance(error.__cause__, runtime.APITimeoutError)


def test_a_write_that_was_not_sent_has_not_happened(driver: Driver) -> None:
    error = lost_write(driver, httpx.ConnectError("refused"))
    assert type(error) is runtime.APIConnectionError
    assert error.sent is False


def test_a_keyed_write_can_be_repeated(driver: Driver) -> None:
    error = lost_write(driver, httpx.ReadError("reset"), idempotency_key="k1")
    assert type(error) is runtime.APIConnectionError


def test_errors_survive_pickling(driver: Driver) -> None:
    error = failure(driver, answers(404, {"code": "gone", "message": "No."}))
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is runtime.NotFoundError
    assert (str(copy), copy.status_code, copy.vendor_code) == (str(error), 404, "gone")


def test_a_failure_of_the_transport_that_is_none_of_ours_passes(driver: Driver) -> None:
    client = driver.client(petstore, transport=Vendor([ZeroDivisionError("bug")]).transport)
    with pytest.raises(ZeroDivisionError):
        driver.run(client.pets.retrieve(7))


def test_broken_json_is_no_reply(driver: Driver) -> None:
    error = failure(driver, answers(200, text='{"id": 7', content_type="application/json"))
    assert type(error) is runtime.ReplyError


def test_arguments_are_checked_before_anything_is_sent(driver: Driver) -> None:
    vendor = Vendor([answers(200, dict(PET))])
    client = driver.client(petstore, transport=vendor.transport)
    for name, arguments, pointer in (
        ("get_pet", {}, "/pet_id"),
        ("get_pet", {"pet_id": 7, "color": "red"}, "/color"),
        ("create_pet", {}, "/name"),
        ("cancel_order", {"order_id": ""}, "/order_id"),
        ("cancel_order", {"order_id": ".."}, "/order_id"),
    ):
        with pytest.raises(runtime.ArgumentError) as caught:
            driver.run(client.call(name, arguments))
        assert (caught.value.pointer, caught.value.code) == (pointer, "VALIDATION_FAILED")
    with pytest.raises(runtime.UnknownOperationError, match="eat_pet"):
        driver.run(client.call("eat_pet", {}))
    assert vendor.requests == []
