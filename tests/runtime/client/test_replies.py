"""What becomes of replies that are not as described."""

import pickle
from typing import Any

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.events import ContractViolation
from generated import petstore, stripe
from tests.runtime.client.drivers import PET, Driver, Vendor, answers


def retrieve(driver: Driver, reply: Any, **settings: Any) -> tuple[Any, list[ContractViolation]]:
    found: list[ContractViolation] = []

    def watch(event: Any) -> None:
        if isinstance(event, ContractViolation):
            found.append(event)

    transport = Vendor([reply]).transport
    client = driver.client(petstore, transport=transport, hooks=(watch,), **settings)
    return driver.run(client.pets.retrieve(7)), found


SURPRISES = [
    ({**PET, "status": "asleep"}, "/status", "status", "asleep"),
    ({**PET, "born_on": "soon"}, "/born_on", "born_on", "soon"),
    ({key: PET[key] for key in ("id", "status", "tags")}, "/name", "name", None),
    ({**PET, "tags": "dog"}, "/tags", "tags", "dog"),
    ({**PET, "tags": ["dog", 4]}, "/tags/1", "tags", ["dog", 4]),
]


@pytest.mark.parametrize(("document", "pointer", "name", "value"), SURPRISES)
def test_a_surprise_degrades_and_is_reported(
    driver: Driver, document: Any, pointer: str, name: str, value: Any
) -> None:
    pet, violations = retrieve(driver, answers(200, document))
    assert isinstance(pet, petstore.models.Pet)
    assert getattr(pet, name) == value
    assert [each.pointer for each in violations] == [pointer]
    assert (violations[0].connector, violations[0].operation) == ("petstore", "get_pet")


@pytest.mark.parametrize(("document", "pointer", "name", "value"), SURPRISES)
def test_a_strict_client_raises_with_the_place(
    driver: Driver, document: Any, pointer: str, name: str, value: Any
) -> None:
    with pytest.raises(runtime.ContractViolationError) as caught:
        retrieve(driver, answers(200, document), strict=True)
    assert caught.value.pointer == pointer
    assert caught.value.code == "CONTRACT_VIOLATION"


def test_what_the_description_does_not_know_is_kept(driver: Driver) -> None:
    pet, violations = retrieve(driver, answers(200, {**PET, "wings": 2}))
    assert pet.wings == 2
    assert violations == []
    assert retrieve(driver, answers(200, {**PET, "wings": 2}), strict=True)[0].wings == 2


def test_a_whole_other_reply_is_given_as_it_is(driver: Driver) -> None:
    value, violations = retrieve(driver, answers(200, ["not", "a", "pet"]))
    assert value == ["not", "a", "pet"]
    assert [each.pointer for each in violations] == [""]


def test_an_empty_reply_is_none(driver: Driver) -> None:
    for status in (200, 204):
        assert retrieve(driver, answers(status))[0] is None


def test_json_under_another_name_is_json(driver: Driver) -> None:
    import json

    pet, _ = retrieve(driver, answers(200, text=json.dumps(dict(PET)), content_type="text/json"))
    assert pet.name == "Rex"


def test_text_where_json_was_promised_is_text(driver: Driver) -> None:
    value, violations = retrieve(driver, answers(200, text="hello", content_type="text/plain"))
    assert value == "hello"
    assert len(violations) == 1


def test_an_unknown_variant_is_kept(driver: Driver) -> None:
    document = {
        "id": "evt_1",
        "object": "event",
        "type": "x",
        "data": {"object": {"object": "novel"}},
    }
    client = driver.client(stripe, transport=Vendor([answers(200, document)]).transport)
    event = driver.run(client.events.retrieve("evt_1"))
    assert event.type == "x"
    assert event.model_dump()["data"] is not None


def test_models_of_replies_survive_pickling(driver: Driver) -> None:
    pet, _ = retrieve(driver, answers(200, {**PET, "wings": 2}))
    copy = pickle.loads(pickle.dumps(pet))
    assert (copy, copy.wings) == (pet, 2)


def test_a_hook_that_fails_fails_alone(driver: Driver, caplog: pytest.LogCaptureFixture) -> None:
    def broken(event: Any) -> None:
        raise ZeroDivisionError

    transport = Vendor([answers(200, dict(PET))]).transport
    client = driver.client(petstore, transport=transport, hooks=(broken,))
    assert driver.run(client.pets.retrieve(7)).name == "Rex"
    assert "a hook failed on call.started" in caplog.text
