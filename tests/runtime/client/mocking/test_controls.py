"""What a test tells its vendor, and what it is told when it does something wrong."""

import base64
import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from generated import openai, petstore, slack, stripe
from tests.runtime.client.drivers import Driver
from tests.runtime.client.mocking.test_crud import mocked


def test_failures_are_retried_in_no_time(driver: Driver) -> None:
    client = mocked(driver, stripe)
    client.mock.fail("create_customer", status=429, times=2, retry_after=3)
    assert driver.run(client.customers.create(email="a@example.com")).email == "a@example.com"
    assert [call.status for call in client.mock.calls] == [429, 429, 200]


def test_a_failure_has_the_vendors_shape(driver: Driver) -> None:
    client = mocked(driver, stripe)
    client.mock.fail(status=402, code="card_declined", message="Your card was declined.")
    with pytest.raises(runtime.APIStatusError) as caught:
        driver.run(client.customers.create(email="a@example.com"))
    error = caught.value
    assert (error.status_code, error.vendor_code) == (402, "card_declined")
    assert error.vendor_message == "Your card was declined."
    assert error.error is not None


def test_a_lost_connection_and_a_slow_answer(driver: Driver) -> None:
    client = mocked(driver, petstore)
    client.mock.disconnect("get_pet", times=1)
    assert driver.run(client.pets.retrieve(7)).id == 7
    client.mock.delay(100, "create_pet", times=1)
    with pytest.raises(runtime.OutcomeUnknownError):
        driver.run(client.pets.create(name="Rex"))
    client.mock.delay(1, "get_pet")
    before = client.mock.clock.monotonic()
    driver.run(client.pets.retrieve(7))
    assert 1 <= client.mock.clock.monotonic() - before < 2


def test_a_stub_comes_first(driver: Driver) -> None:
    client = mocked(driver, petstore)
    client.mock.stub("get_pet", {"id": 1, "name": "Stub", "status": "sold"})

    def odd(arguments: Mapping[str, Any]) -> dict[str, Any]:
        return {"id": arguments["pet_id"], "name": "Odd", "status": "sold"}

    def is_odd(arguments: Mapping[str, Any]) -> bool:
        return bool(arguments["pet_id"] % 2)

    client.mock.stub("get_pet", odd, when=is_odd)
    assert driver.run(client.pets.retrieve(4)).name == "Stub"
    assert driver.run(client.pets.retrieve(5)).name == "Odd"


def test_a_stub_that_does_not_fit_is_refused(driver: Driver) -> None:
    client = mocked(driver, petstore)
    with pytest.raises(runtime.MockUsageError, match="/id"):
        client.mock.stub("get_pet", {"id": "seven", "name": "Rex", "status": "sold"})
    with pytest.raises(runtime.MockUsageError, match="no operation"):
        client.mock.stub("get_cat", {})
    with pytest.raises(runtime.MockUsageError, match="no operation"):
        client.mock.fail("get_cat")
    client.mock.stub("get_pet", {"id": "seven"}, checked=False)
    assert driver.run(client.pets.retrieve(4)).id == "seven"


def test_calls_are_asserted(driver: Driver) -> None:
    client = mocked(driver, petstore)
    driver.run(client.pets.create(name="Rex", tags=["dog"]))
    call = client.mock.assert_called("create_pet", name="Rex", times=1)
    assert call.body == {"name": "Rex", "tags": ["dog"]}
    with pytest.raises(AssertionError, match=r"create_pet.*name='Rex'"):
        client.mock.assert_called("create_pet", name="Tom")
    with pytest.raises(AssertionError, match="not 2 times"):
        client.mock.assert_called("create_pet", times=2)
    assert "mock" not in repr(call)


def test_a_request_that_is_not_as_described_fails_the_test(driver: Driver) -> None:
    client = mocked(driver, petstore)
    with pytest.raises(runtime.MockRequestError) as caught:
        driver.run(client.pets.create(name=5, options=runtime.CallOptions(extra_query={"x": 1})))
    assert isinstance(caught.value, AssertionError)
    assert "body/name is integer, not string" in str(caught.value)
    assert "the query parameter 'x' is not described" in str(caught.value)


def test_errors_in_a_success_are_not_made(driver: Driver) -> None:
    client = mocked(driver, slack, strict=True)
    for operation in slack.CONNECTOR.operations:
        driver.run(client.call(operation.name, operation.example_arguments()))


def test_streams_are_streams(driver: Driver) -> None:
    client = mocked(driver, openai, strict=True)
    messages: Any = [{"role": "user", "content": "hi"}]
    create = client.chat.completions.create
    whole = driver.run(create(model="m", messages=messages))
    chunks = driver.items(driver.run(create(model="m", messages=messages, stream=True)))
    assert type(whole).__name__ == "ChatCompletion"
    assert {type(each).__name__ for each in chunks} == {"ChatCompletionChunk"}


def test_a_copy_of_the_client_has_the_same_vendor(driver: Driver) -> None:
    client = mocked(driver, petstore)
    made = driver.run(client.pets.create(name="Rex"))
    copy = client.with_options(timeout=1.0)
    assert driver.run(copy.pets.retrieve(made.id)).name == "Rex"
    assert copy.mock is client.mock


def test_webhooks_are_signed(driver: Driver) -> None:
    client = mocked(driver, stripe)
    secret = base64.b64encode(b"a secret of some length").decode()

    def receive(webhook: Any) -> str:
        place = f"{webhook.headers['webhook-id']}.{webhook.headers['webhook-timestamp']}."
        digest = hmac.new(
            base64.b64decode(secret), place.encode() + webhook.body, hashlib.sha256
        ).digest()
        assert webhook.headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
        return "received"

    event = {"type": "customer.created"}
    assert client.mock.emit_webhook(event, receive, secret=f"whsec_{secret}") == "received"


def test_respx_users_have_it_too() -> None:
    with petstore.MockPetstoreClient() as client:
        with client.mock.respx_router("https://pets.example.com"):
            headers = {"x-api-key": "k"}
            made = httpx.post(
                "https://pets.example.com/pets", json={"name": "Rex"}, headers=headers
            )
            number = made.json()["id"]
            found = httpx.get(f"https://pets.example.com/pets/{number}", headers=headers)
        assert found.json()["name"] == "Rex"
        assert client.pets.retrieve(number).name == "Rex"
