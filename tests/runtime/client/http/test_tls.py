"""Encrypted connections: whom we believe, and who we are."""

import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import trustme

import connector_runtime.client as runtime
from generated import petstore
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import Wire, reply, sends, wire


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """A certificate authority that lives as long as these tests."""
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path) -> str:
    """The authority's certificate as a file."""
    path = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(path)
    return str(path)


@pytest.fixture
def server(authority: trustme.CA) -> Iterator[Wire]:
    """A pet shop behind TLS."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with wire(sends(reply()), context) as listening:
        yield listening


def call(driver: Driver, server: Wire, **settings: Any) -> Any:
    client = driver.client(petstore, base_url=server.url, deadline=2.0, **settings)
    return driver.run(client.pets.retrieve(7))


def test_a_certificate_that_nobody_vouches_for_is_refused(driver: Driver, server: Wire) -> None:
    with pytest.raises(runtime.APIConnectionError) as caught:
        call(driver, server)
    assert caught.value.sent is False
    assert server.requests == []


def test_a_certificate_of_a_trusted_authority_is_taken(
    driver: Driver, server: Wire, trusted: str
) -> None:
    assert call(driver, server, verify=trusted).name == "Rex"
    assert call(driver, server, verify=ssl.create_default_context(cafile=trusted)).name == "Rex"


def test_a_certificate_for_another_name_is_refused(
    driver: Driver, server: Wire, trusted: str
) -> None:
    url = server.url.replace("127.0.0.1", "localhost")
    client = driver.client(petstore, base_url=url, verify=trusted)
    with pytest.raises(runtime.APIConnectionError):
        driver.run(client.pets.retrieve(7))


def test_nothing_is_checked_where_that_is_asked_for(driver: Driver, server: Wire) -> None:
    assert call(driver, server, verify=False).name == "Rex"


def test_a_client_shows_its_certificate(
    driver: Driver, server: Wire, authority: trustme.CA, trusted: str, tmp_path: Path
) -> None:
    assert server.context is not None
    server.context.verify_mode = ssl.CERT_REQUIRED
    authority.configure_trust(server.context)
    with pytest.raises(runtime.APIConnectionError):
        call(driver, server, verify=trusted)
    path = tmp_path / "client.pem"
    authority.issue_cert("client@example.com").private_key_and_cert_chain_pem.write_to_path(path)
    assert call(driver, server, verify=trusted, cert=str(path)).name == "Rex"


def test_a_certificate_file_that_is_none_is_named(
    driver: Driver, server: Wire, tmp_path: Path
) -> None:
    with pytest.raises(runtime.ConfigurationError, match=r"missing\.pem"):
        call(driver, server, verify=str(tmp_path / "missing.pem"))
