"""What is created can be read, listed, changed and deleted, as the vendor would have it."""

from typing import Any

import pytest

import connector_runtime.client as runtime
from generated import openai, petstore, salesforce, stripe
from tests.runtime.client.drivers import Driver


def mocked(driver: Driver, package: Any, **settings: Any) -> Any:
    prefix = package.CONNECTOR.facts["class_prefix"]
    client = getattr(package, f"{driver.prefix}Mock{prefix}Client")(**settings)
    driver.clients.append(client)
    return client


def test_a_mock_is_a_client() -> None:
    assert issubclass(stripe.MockStripeClient, stripe.StripeClient)
    assert issubclass(stripe.AsyncMockStripeClient, stripe.AsyncStripeClient)


def test_a_customer_lives_and_dies(driver: Driver) -> None:
    client = mocked(driver, stripe, strict=True)
    made = driver.run(client.customers.create(email="ada@example.com", metadata={"tier": "gold"}))
    assert (made.email, made.metadata) == ("ada@example.com", {"tier": "gold"})
    assert driver.run(client.customers.retrieve(made.id)) == made
    changed = driver.run(
        client.customers.update(made.id, name="Ada", metadata={"tier": "", "a": "b"})
    )
    assert (changed.id, changed.name, changed.email) == (made.id, "Ada", "ada@example.com")
    assert changed.metadata == {"a": "b"}
    assert driver.run(client.customers.delete(made.id)).deleted is True
    with pytest.raises(runtime.NotFoundError) as caught:
        driver.run(client.customers.retrieve(made.id))
    assert caught.value.vendor_code == "resource_missing"
    assert made.id in caught.value.vendor_message


def test_lists_have_pages_and_filters(driver: Driver) -> None:
    client = mocked(driver, stripe, strict=True)
    made = [driver.run(client.customers.create(email=f"{n}@example.com")) for n in range(25)]
    page = driver.run(client.customers.list(limit=10))
    assert (len(page.items), page.reply.has_more) == (10, True)
    assert [each.id for each in driver.items(client.customers.list(limit=10))] == [
        each.id for each in made
    ]
    assert len(client.mock.calls) == 25 + 1 + 3
    (found,) = driver.items(client.customers.list(email="7@example.com"))
    assert found.id == made[7].id


@pytest.mark.parametrize("package", [petstore, openai, salesforce])
def test_every_strategy_of_pages_comes_to_its_end(driver: Driver, package: Any) -> None:
    client = mocked(driver, package, strict=True)
    listing = [each for each in package.CONNECTOR.operations if each.pagination]
    assert listing
    for operation in listing:
        arguments = operation.example_arguments()
        page = driver.run(client.call(operation.name, arguments))
        assert page is not None


def test_a_collection_that_nobody_used_has_things_of_every_name(driver: Driver) -> None:
    client = mocked(driver, petstore, strict=True)
    pet = driver.run(client.pets.retrieve(7))
    assert pet.id == 7
    assert driver.run(client.pets.retrieve(7)) == pet
    listed = driver.items(client.pets.list())
    assert 7 in [each.id for each in listed]
    with pytest.raises(runtime.NotFoundError):
        driver.run(client.pets.retrieve(8))


def test_the_same_seed_gives_the_same_vendor(driver: Driver) -> None:
    def story(seed: int) -> list[Any]:
        client = mocked(driver, stripe, seed=seed)
        made = driver.run(client.customers.create(email="a@example.com"))
        return [made.to_dict() if hasattr(made, "to_dict") else made.model_dump(mode="json")]

    assert story(1) == story(1) != story(2)


def test_an_idempotency_key_is_honoured(driver: Driver) -> None:
    client = mocked(driver, stripe)
    options = runtime.CallOptions(idempotency_key="k")
    first = driver.run(client.customers.create(email="a@example.com", options=options))
    again = driver.run(client.customers.create(email="a@example.com", options=options))
    other = driver.run(client.customers.create(email="a@example.com"))
    assert first.id == again.id != other.id
    with pytest.raises(runtime.BadRequestError):
        driver.run(client.customers.create(email="b@example.com", options=options))


def test_data_can_be_there_before(driver: Driver) -> None:
    client = mocked(driver, stripe)
    (seeded,) = client.mock.seed_data("customers", [{"id": "cus_1", "email": "ada@example.com"}])
    assert seeded["id"] == "cus_1"
    assert driver.run(client.customers.retrieve("cus_1")).email == "ada@example.com"
    with pytest.raises(runtime.MockUsageError, match="customers"):
        client.mock.seed_data("clients", [])


def test_what_was_can_be_again(driver: Driver) -> None:
    client = mocked(driver, stripe)
    made = driver.run(client.customers.create(email="a@example.com"))
    before = client.mock.snapshot()
    driver.run(client.customers.delete(made.id))
    client.mock.restore(before)
    assert driver.run(client.customers.retrieve(made.id)).email == "a@example.com"
    client.mock.reset()
    assert client.mock.calls == []
