"""Replies of a real vendor, recorded without its secrets, and played back."""

import json
from pathlib import Path

import pytest

import connector_runtime.client as runtime
from generated import petstore, stripe
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import reply, sends, wire
from tests.runtime.client.mocking.test_crud import mocked

CANARY = "canary-5f1c"


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
        ('{"format": 1, "connector": "petstore"}\n{"x": 1}', "unexpected"),
        ('{"format": 1, "connector": "stripe"}', "is a cassette of stripe"),
    ],
)
def test_a_file_that_is_no_cassette_is_refused(tmp_path: Path, text: str, word: str) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text(text)
    with petstore.MockPetstoreClient() as client, pytest.raises(runtime.MockUsageError) as caught:
        client.mock.replay(path)
    assert word in str(caught.value)
    assert str(path) in str(caught.value)
