"""How clients are set up, and what a call can do differently."""

import os
import threading
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from generated import openai, petstore, salesforce, stripe
from tests.runtime.client.drivers import PET, Driver, Vendor, answers


def pets(driver: Driver, *replies: Any, **settings: Any) -> tuple[Any, Vendor]:
    vendor = Vendor(list(replies) or [answers(200, dict(PET))])
    return driver.client(petstore, transport=vendor.transport, **settings), vendor


def test_a_call_sends_what_is_given_and_nothing_more(driver: Driver) -> None:
    client, vendor = pets(driver)
    driver.run(client.pets.create(name="Rex", born_on=None))
    request = vendor.requests[0]
    assert (request.method, str(request.url)) == ("POST", "https://petstore.example.com/v1/pets")
    assert request.content == b'{"name":"Rex","born_on":null}'
    assert request.headers["accept"] == "application/json"
    assert request.headers["host"] == "petstore.example.com"


def test_operations_are_called_by_name_too(driver: Driver) -> None:
    client, vendor = pets(driver)
    pet = driver.run(client.call("get_pet", {"pet_id": 7}))
    assert isinstance(pet, petstore.models.Pet)
    assert vendor.requests[0].url.path == "/v1/pets/7"


def test_options_of_a_call(driver: Driver) -> None:
    client, vendor = pets(driver)
    options = runtime.CallOptions(
        headers={"X-Trace": "t1", "Accept": "application/x"},
        extra_query={"debug": True},
        extra_body={"color": "red"},
        base_url="https://other.example/v2",
    )
    driver.run(client.pets.create(name="Rex", options=options))
    request = vendor.requests[0]
    assert str(request.url) == "https://other.example/v2/pets?debug=true"
    assert request.content == b'{"name":"Rex","color":"red"}'
    assert (request.headers["x-trace"], request.headers["accept"]) == ("t1", "application/x")


def test_an_idempotency_key_goes_where_the_vendor_reads_it(driver: Driver) -> None:
    vendor = Vendor([answers(200, {"id": "cus_1", "object": "customer"})])
    client = driver.client(stripe, transport=vendor.transport)
    options = runtime.CallOptions(idempotency_key="k1")
    driver.run(client.customers.create(email="a@b.c", options=options))
    assert vendor.requests[0].headers["idempotency-key"] == "k1"


@pytest.mark.parametrize(
    "options",
    [
        {"timeout": 0},
        {"timeout": float("nan")},
        {"deadline": -1},
        {"deadline": True},
        {"timeout": "5"},
        {"headers": {"X-A": "a\r\nX-B: b"}},
        {"headers": {"X A": "a"}},
        {"headers": {"Content-Length": "4"}},
        {"max_attempts": 0},
        {"idempotency_key": ""},
        {"idempotency_key": "a\nb"},
    ],
)
def test_options_without_meaning_are_refused(options: dict[str, Any]) -> None:
    with pytest.raises(runtime.ConfigurationError):
        runtime.CallOptions(**options)


@pytest.mark.parametrize(
    "settings",
    [
        {"timeout": None},
        {"deadline": None},
        {"timeout": 0},
        {"headers": {"X-A": "a\nb"}},
        {"colour": "red"},
        {"base_url": "ftp://x"},
        {"base_url": "https://user:pass@x"},
        {"base_url": "https://x/#f"},
        {"base_url": "http://example.com"},
        {"base_url": "not a url"},
    ],
)
def test_settings_without_meaning_are_refused(driver: Driver, settings: dict[str, Any]) -> None:
    vendor = Vendor([answers(200, dict(PET))])

    def call() -> None:
        client = driver.client(petstore, **{"transport": vendor.transport, **settings})
        driver.run(client.pets.retrieve(7))

    with pytest.raises(runtime.ConfigurationError):
        call()
    assert vendor.requests == []


def test_plain_http_is_for_this_machine_unless_allowed(driver: Driver) -> None:
    for settings in (
        {"base_url": "http://localhost:8000/v1"},
        {"base_url": "http://127.0.0.1:8000/v1"},
        {"base_url": "http://[::1]:8000/v1"},
        {"base_url": "http://example.com/v1", "allow_http": True},
    ):
        client, vendor = pets(driver, **settings)
        driver.run(client.pets.retrieve(7))
        assert str(vendor.requests[0].url) == f"{settings['base_url']}/pets/7"


def test_the_base_url_may_come_from_the_environment(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETSTORE_BASE_URL", "https://staging.example/v9")
    client, vendor = pets(driver)
    driver.run(client.pets.retrieve(7))
    assert str(vendor.requests[0].url) == "https://staging.example/v9/pets/7"


def test_with_options_gives_a_copy(driver: Driver) -> None:
    client, vendor = pets(driver, headers={"X-A": "1"})
    other = client.with_options(headers={"X-A": "2"}, strict=True)
    driver.run(other.pets.retrieve(7))
    driver.run(client.pets.retrieve(7))
    assert [request.headers["x-a"] for request in vendor.requests] == ["2", "1"]
    assert type(other) is type(client)
    with pytest.raises(runtime.ConfigurationError, match="colour"):
        client.with_options(colour="red")


def test_the_raw_response_stands_beside_the_value(driver: Driver) -> None:
    client, _ = pets(driver, answers(200, dict(PET), x_request_id="r1", x_rate="9"))
    raw = driver.run(client.pets.with_raw_response.retrieve(7))
    assert (raw.status_code, raw.headers["X-Rate"], raw.request_id) == (200, "9", "r1")
    assert raw.content == answers(200, dict(PET)).content
    assert (raw.attempts, raw.url) == (1, "https://petstore.example.com/v1/pets/7")
    assert raw.parse().name == "Rex"
    assert "200" in repr(raw)


def test_models_know_their_request(driver: Driver) -> None:
    client, _ = pets(driver, answers(200, dict(PET), x_request_id="r1"))
    assert driver.run(client.pets.retrieve(7)).request_id == "r1"


def test_client_parameters_are_given_once_and_can_be_overridden(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = Vendor([answers(200, {"object": "list", "data": []})])
    client = driver.client(openai, organization="o1", transport=vendor.transport)
    driver.run(client.models.list())
    driver.run(client.models.list(organization="o2"))
    monkeypatch.setenv("OPENAI_ORG_ID", "o3")
    driver.run(driver.client(openai, transport=vendor.transport).models.list())
    sent = [request.headers.get("openai-organization") for request in vendor.requests]
    assert sent == ["o1", "o2", "o3"]


def test_server_variables_are_arguments_of_the_client(driver: Driver) -> None:
    vendor = Vendor([answers(200, {"Id": "001", "Name": "Acme"})])
    client = driver.client(salesforce, instance="acme", transport=vendor.transport)
    driver.run(client.accounts.retrieve("001"))
    assert vendor.requests[0].url.host == "acme.my.salesforce.com"
    assert vendor.requests[0].url.path.startswith("/services/data/v61.0/")


def test_server_variables_may_come_from_the_environment(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SALESFORCE_INSTANCE", "acme")
    vendor = Vendor([answers(200, {"Id": "001", "Name": "Acme"})])
    driver.run(driver.client(salesforce, transport=vendor.transport).accounts.retrieve("001"))
    assert vendor.requests[0].url.host == "acme.my.salesforce.com"


def test_a_client_with_open_connections_closes_them_and_can_be_used_again(driver: Driver) -> None:
    client, vendor = pets(driver)
    driver.run(client.pets.retrieve(7))
    driver.run((client.aclose if driver.prefix else client.close)())
    driver.run(client.pets.retrieve(7))
    assert len(vendor.requests) == 2


def test_one_client_serves_many_threads() -> None:
    vendor = Vendor([answers(200, dict(PET))])
    seen: list[str] = []
    with petstore.PetstoreClient("k", transport=vendor.transport) as client:

        def work() -> None:
            seen.extend(client.pets.retrieve(number).name for number in range(20))

        threads = [threading.Thread(target=work) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert seen == ["Rex"] * 160


def test_a_transport_of_the_other_kind_is_refused(driver: Driver) -> None:
    class Wrong(httpx.AsyncBaseTransport if not driver.prefix else httpx.BaseTransport):  # type: ignore[misc]
        pass

    client = driver.client(petstore, transport=Wrong())
    with pytest.raises(runtime.ConfigurationError, match="transport"):
        driver.run(client.pets.retrieve(7))


def test_operations_are_iterated_and_give_examples() -> None:
    operations = petstore.CONNECTOR.operations
    names = [operation.name for operation in operations]
    assert len(names) == len(operations) == 10
    assert "get_pet" in operations
    assert "eat_pet" not in operations
    create = operations["create_pet"]
    assert (create.method_path, create.complexity) == ("pets.create", 3)
    assert create.example_arguments(seed=4) == create.example_arguments(seed=4)
    assert isinstance(create.example_arguments()["name"], str)
    with pytest.raises(KeyError):
        operations["eat_pet"]


def test_the_environment_is_not_needed_to_make_a_client(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("PETSTORE")]:
        monkeypatch.delenv(name)
    client = petstore.PetstoreClient()
    with pytest.raises(runtime.CredentialsMissingError, match="PETSTORE_API_KEY") as caught:
        client.pets.retrieve(7)
    assert caught.value.environment == ("PETSTORE_API_KEY",)
    client.close()
