"""Replies of a real vendor, recorded without its secrets, and played back."""

import json
from pathlib import Path

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.mocking.messages import MockReply, MockRequest
from connector_runtime.client.mocking.records import record_of
from connector_runtime.client.mocking.vendor import Vendor
from generated import petstore, stripe
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import reply, sends, wire
from tests.runtime.client.mocking.test_crud import mocked

CANARY = "canary-5f1c"
WRONG = json.dumps(
    {
        "operation": "get_pet",
        "asked": "1",
        "described": "2",
        "status": "200",
        "headers": {},
        "content": "{}",
    }
)


def recorded(driver: Driver, path: Path, answer: bytes) -> None:
    """A cassette of one call to a real server."""
    with wire(sends(answer)) as server:
        recorder = runtime.Recorder(petstore.CONNECTOR, path)
        client = driver.client(petstore, CANARY, base_url=server.url, transport=recorder)
        assert driver.run(client.pets.retrieve(7)).name == "Rex"
        driver.run((client.aclose if driver.prefix else client.close)())


def test_what_was_recorded_is_played_back(driver: Driver, tmp_path: Path) -> None:
    body = b'{"id": 7, "name": "Rex", "status": "sold", "tags": ["recorded"]}'
    recorded(driver, tmp_path / "pets.jsonl", reply(body))
    client = mocked(driver, petstore)
    client.mock.replay(tmp_path / "pets.jsonl")
    assert driver.run(client.pets.retrieve(7)).tags == ["recorded"]
    assert driver.run(client.pets.retrieve(8)).tags != ["recorded"]
    assert client.mock.stale_records() == []


def test_no_secret_is_recorded(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "customers.jsonl"
    body = {"id": "cus_1", "email": f"{CANARY}@example.com", "api_key": CANARY, "token": CANARY}
    fields = b"set-cookie: session=" + CANARY.encode()
    with wire(sends(reply(json.dumps(body).encode(), "200 OK", None, fields))) as server:
        recorder = runtime.Recorder(stripe.CONNECTOR, path)
        client = driver.client(stripe, CANARY, base_url=server.url, transport=recorder)
        driver.run(client.customers.retrieve("cus_1"))
        driver.run((client.aclose if driver.prefix else client.close)())
    assert "cus_1" in path.read_text()
    assert CANARY not in path.read_text()


def kept(body: bytes, content_type: str = "application/json", path: str = "/v1/customers/1") -> str:
    """The content that is kept of a reply of Stripe."""
    vendor = Vendor(stripe.CONNECTOR, 0, checks=False)
    headers = {"authorization": f"Bearer {CANARY}"}
    asked, _ = vendor.understand(MockRequest("GET", path, "", headers, b""))
    return record_of(asked, MockReply(200, {"content-type": content_type}, body)).content


def test_what_is_below_a_secret_is_replaced_too() -> None:
    body = {
        "emails": [CANARY, {"value": CANARY}],
        "token": {"value": CANARY, "count": 3},
        "latitude": 48.1,
        "total_tokens": 17,
        "livemode": False,
    }
    assert json.loads(kept(json.dumps(body).encode())) == {
        "emails": ["[redacted]", {"value": "[redacted]"}],
        "token": {"value": "[redacted]", "count": 3},
        "latitude": 0.0,
        "total_tokens": 17,
        "livemode": False,
    }


@pytest.mark.parametrize(
    ("content_type", "content", "expected"),
    [
        (
            "text/event-stream; charset=utf-8",
            f'event: a\r\ndata: {{"token": "{CANARY}", "n": "\u2028"}}\r\n\r\ndata: [DONE]\n\n',
            'event: a\ndata: {"token": "[redacted]", "n": "\\u2028"}\n\ndata: [DONE]\n\n',
        ),
        ("text/event-stream", f'data: {{"token":\ndata: "{CANARY}"}}\n\n', "data: \ndata: \n\n"),
        ("application/jsonl", f'{{"email": "{CANARY}"}}\n', '{"email": "[redacted]"}\n'),
        ("text/plain", f"your key is {CANARY}", "your key is [redacted]"),
        ("application/json", f'{{"token": "{CANARY}', ""),
    ],
)
def test_secrets_of_other_contents_are_not_kept(
    content_type: str, content: str, expected: str
) -> None:
    assert kept(content.encode(), content_type) == expected


def test_a_cassette_that_was_overtaken_is_told(driver: Driver, tmp_path: Path) -> None:
    path = tmp_path / "pets.jsonl"
    recorded(driver, path, reply())
    head, line = path.read_text().splitlines()
    old = {**json.loads(line), "described": "other", "content": '{"id": "seven"}'}
    gone = {**json.loads(line), "operation": "get_cat"}
    path.write_text("\n".join([head, json.dumps(old), json.dumps(gone)]))
    client = mocked(driver, petstore)
    client.mock.replay(path)
    told = "\n".join(client.mock.stale_records())
    assert "record 1: get_pet is described otherwise now" in told
    assert "record 1: get_pet/id is string, not integer" in told
    assert "record 2: there is no get_cat any more" in told


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", ":1: not a cassette"),
        ('{"format": 9}\n', ":1: not a cassette"),
        ('{"format": 1, "connector": "petstore"}\n{"operation": "get_', ":2: not a line"),
        ('{"format": 1, "connector": "petstore"}\n[]', ":2: not a line"),
        (
            '{"format": 1, "connector": "petstore"}\n{"x": 1}',
            ":2: not a record of a call, for its asked,",
        ),
        ('{"format": 1, "connector": "stripe"}', "is a cassette of stripe"),
        (
            '{"format": 1, "connector": "petstore"}\n' + WRONG,
            ":2: not a record of a call, for its s",
        ),
    ],
)
def test_a_file_that_is_no_cassette_is_refused(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(text)
    with petstore.MockPetstoreClient() as client, pytest.raises(runtime.MockUsageError) as caught:
        client.mock.replay(path)
    assert word in str(caught.value)
    assert str(path) in str(caught.value)
