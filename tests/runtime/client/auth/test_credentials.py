"""Credentials from values, functions and the environment."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from generated import petstore, stripe
from tests.runtime.client.drivers import PET, Driver, Vendor, answers


def sent_key(driver: Driver, credentials: Any, calls: int = 1) -> list[str | None]:
    """The keys that the pet shop sees."""
    vendor = Vendor([answers(200, dict(PET))])
    client = driver.client(petstore, credentials, transport=vendor.transport)
    for _ in range(calls):
        driver.run(client.pets.retrieve(7))
    return [request.headers.get("x-api-key") for request in vendor.requests]


def test_a_text_is_the_key(driver: Driver) -> None:
    assert sent_key(driver, "k1") == ["k1"]


def test_credentials_are_by_scheme(driver: Driver) -> None:
    assert sent_key(driver, runtime.Credentials(api_key="k1")) == ["k1"]


def test_a_function_is_asked_at_every_call(driver: Driver) -> None:
    keys = iter(["k1", "k2"])
    assert sent_key(driver, lambda: next(keys), calls=2) == ["k1", "k2"]
    assert sent_key(driver, runtime.Credentials(api_key=lambda: "k3")) == ["k3"]


def test_a_function_may_be_asynchronous() -> None:
    async def ask() -> str:
        return "k1"

    asynchronous = Driver("Async")
    assert sent_key(asynchronous, ask) == ["k1"]
    asynchronous.close()
    synchronous = Driver("")
    with pytest.raises(runtime.ConfigurationError, match="asynchronous"):
        sent_key(synchronous, ask)
    synchronous.close()


def test_the_environment_is_asked_in_the_order_of_the_names(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRIPE_KEY", "second")
    vendor = Vendor([answers(200, {"object": "balance"})])
    driver.run(driver.client(stripe, None, transport=vendor.transport).balance.retrieve())
    monkeypatch.setenv("STRIPE_API_KEY", "first")
    driver.run(driver.client(stripe, None, transport=vendor.transport).balance.retrieve())
    import base64

    seen = [base64.b64decode(r.headers["authorization"].split()[1]) for r in vendor.requests]
    assert seen == [b"second:", b"first:"]


def test_given_credentials_never_fall_back_to_the_environment(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PETSTORE_API_KEY", "of somebody else")
    with pytest.raises(runtime.CredentialsMissingError):
        sent_key(driver, runtime.Credentials(other="k1"))


def test_a_header_of_the_caller_is_its_own_credential(driver: Driver) -> None:
    vendor = Vendor([answers(200, dict(PET))])
    client = driver.client(petstore, None, transport=vendor.transport)
    options = runtime.CallOptions(headers={"X-API-Key": "mine"})
    driver.run(client.pets.retrieve(7, options=options))
    assert vendor.requests[0].headers["x-api-key"] == "mine"


@pytest.mark.parametrize("wrong", ["", "  ", 7, b"bytes", ["k"]])
def test_what_is_no_credential_is_refused(driver: Driver, wrong: Any) -> None:
    with pytest.raises(runtime.ConfigurationError):
        sent_key(driver, wrong)


def test_a_key_that_no_header_can_carry_is_refused_and_not_shown(driver: Driver) -> None:
    for key in ("secret\r\nX-Evil: 1", "secret\u2028s"):
        with pytest.raises(runtime.ConfigurationError) as caught:
            sent_key(driver, key)
        assert "secret" not in str(caught.value).replace("secrets", "")


def test_a_function_that_fails_fails_the_call(driver: Driver) -> None:
    def broken() -> str:
        raise PermissionError("the vault is closed")

    ask: Callable[[], str] = broken
    with pytest.raises(PermissionError, match="vault"):
        sent_key(driver, ask)


class Vault:
    """Keeps a key, and makes another one when the one it keeps is refused."""

    def __init__(self, driver: Driver) -> None:
        self.waits = bool(driver.prefix)
        self.number = 1
        self.refused: list[str] = []

    def credentials(self) -> Any:
        """The key to use now."""
        key = f"key-{self.number}"
        return self._later(key) if self.waits else key

    def invalidate(self, refused: Any) -> Any:
        """A key was refused."""
        self.refused.append(refused)
        if refused == f"key-{self.number}":
            self.number += 1
        return self._later(None) if self.waits else None

    async def _later(self, value: Any) -> Any:
        await asyncio.sleep(0)
        return value


def test_a_provider_is_told_what_was_refused(driver: Driver) -> None:
    def reply(request: httpx.Request) -> httpx.Response:
        return answers(200, PET) if "key-2" in str(request.headers) else answers(401)

    vault, vendor = Vault(driver), Vendor([reply])
    client = driver.client(petstore, vault, transport=vendor.transport)
    assert driver.run(client.pets.retrieve(7)).name == "Rex"
    assert driver.run(client.pets.retrieve(7)).name == "Rex"
    assert vault.refused == ["key-1"]
    assert len(vendor.requests) == 3


def test_a_provider_that_has_no_better_ones_is_asked_once_more(driver: Driver) -> None:
    vault, vendor = Vault(driver), Vendor([answers(401)])
    client = driver.client(petstore, vault, transport=vendor.transport)
    with pytest.raises(runtime.AuthenticationError):
        driver.run(client.pets.retrieve(7))
    assert len(vendor.requests) == 2
    assert vault.refused == ["key-1"]
