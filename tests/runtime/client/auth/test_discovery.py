"""Metadata of authorization servers: found, checked, and used by clients."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.auth.discovery import (
    DiscoveryError,
    Provider,
    discover,
    discover_at,
    metadata_urls,
    read_metadata,
)
from tests.runtime.client.auth.authorization_server import (
    OAUTH,
    OPENID,
    AuthorizationServer,
    authorization_server,
)
from tests.runtime.client.auth.flows import (
    CONFIDENTIAL,
    login,
    openid_scheme,
    shop,
    told,
    within,
)
from tests.runtime.client.auth.grants import CLIENT_SECRET
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import reply, sends, wire
from tests.runtime.client.packages import Make


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with authorization_server() as running:
        yield running


def test_the_path_of_an_issuer_comes_before_or_after() -> None:
    assert metadata_urls("https://a.example/t/1") == (
        "https://a.example/t/1/.well-known/openid-configuration",
        "https://a.example/.well-known/oauth-authorization-server/t/1",
    )
    assert metadata_urls("https://a.example/") == (
        f"https://a.example{OPENID}",
        f"https://a.example{OAUTH}",
    )


@pytest.mark.parametrize("place", [OPENID, OAUTH])
def test_metadata_is_found_in_either_place(
    driver: Driver, server: AuthorizationServer, place: str
) -> None:
    server.metadata_at = place
    provider: Provider = told(driver, discover(server.url, within()))
    assert provider == Provider(
        f"{server.url}/authorize",
        f"{server.url}/token",
        f"{server.url}/revoke",
        server.url,
        True,
        False,
        ("openid", "offline_access", "read"),
    )
    assert server.requests == [f"GET {each}" for each in (OPENID, OAUTH)][: 1 + (place == OAUTH)]


@pytest.mark.parametrize("ending", ["/", "/x", "?a=1"])
def test_another_issuer_is_refused(
    driver: Driver, server: AuthorizationServer, ending: str
) -> None:
    server.issuer = server.url + ending
    with pytest.raises(DiscoveryError, match="the metadata is of"):
        told(driver, discover(server.url, within()))


def test_the_url_of_a_description_leaves_the_slash_open(
    driver: Driver, server: AuthorizationServer
) -> None:
    for issuer in (server.url, f"{server.url}/"):
        server.issuer = issuer
        assert told(driver, discover_at(server.url + OPENID, within())).issuer == issuer
    server.issuer = "https://evil.example"
    with pytest.raises(DiscoveryError, match=r"evil\.example"):
        told(driver, discover_at(server.url + OPENID, within()))


def test_a_description_may_name_the_issuer_itself(
    driver: Driver, server: AuthorizationServer
) -> None:
    assert told(driver, discover_at(server.url, within())).issuer == server.url


def test_no_metadata_is_an_error(driver: Driver, server: AuthorizationServer) -> None:
    server.metadata_at = "/elsewhere"
    with pytest.raises(DiscoveryError, match="publishes no metadata"):
        told(driver, discover(server.url, within()))
    with pytest.raises(DiscoveryError, match="there is no metadata at"):
        told(driver, discover_at(server.url + OPENID, within()))


@pytest.mark.parametrize(
    "answer",
    [
        reply(b"<html>"),
        reply(b"[]"),
        reply(b"[" * 100_000),
        reply(b"{}", "503 Service Unavailable"),
        reply(b"{}"),
        reply(b"", "302 Found", None, b"location: http://127.0.0.1:1/"),
    ],
)
def test_what_is_no_metadata_is_an_error(driver: Driver, answer: bytes) -> None:
    with wire(sends(answer)) as listening, pytest.raises(DiscoveryError):
        told(driver, discover(listening.url, within()))


@pytest.mark.parametrize("issuer", ["http://a.example", "a.example", "https://a.example?x=1", ""])
def test_an_issuer_is_an_encrypted_url(driver: Driver, issuer: str) -> None:
    with pytest.raises(runtime.ConfigurationError):
        told(driver, discover(issuer, within()))


def test_endpoints_are_encrypted_unless_that_is_allowed() -> None:
    document: dict[str, Any] = json.loads(
        '{"issuer": "https://a.example", "token_endpoint": "http://a.example/token"}'
    )
    with pytest.raises(runtime.ConfigurationError, match="not encrypted"):
        read_metadata(document, ("https://a.example",))
    allowed = read_metadata(document, ("https://a.example",), allow_http=True)
    assert allowed.token_url == "http://a.example/token"


def test_the_secret_goes_where_the_server_takes_it() -> None:
    for methods, in_body in (
        (["client_secret_post"], True),
        (["client_secret_post", "client_secret_basic"], False),
        (None, False),
    ):
        document = {"issuer": "https://a.example"}
        found = read_metadata(
            {**document, "token_endpoint_auth_methods_supported": methods}, ("https://a.example",)
        )
        assert found.client_in_body is in_body


def test_a_client_finds_its_token_endpoint_once(
    driver: Driver, server: AuthorizationServer, acme: Make
) -> None:
    tokens = login(driver, server, CONFIDENTIAL)
    server.requests.clear()
    grant = runtime.OAuth2RefreshToken(tokens.refresh_token, "confidential", CLIENT_SECRET)
    package = shop(acme, openid_scheme(server))
    client = driver.client(package, runtime.Credentials(login=grant), base_url=server.url)
    for _ in range(2):
        assert driver.run(client.call("get_things", {})) == {"name": "Acme"}
        for each in server.grants.issued:
            each.access_token += "-forgotten"
    first = [f"GET {OPENID}", "POST /token", "GET /things"]
    assert server.requests == [*first, "GET /things", "POST /token", "GET /things"]


def test_a_client_does_not_believe_foreign_metadata(
    driver: Driver, server: AuthorizationServer, acme: Make
) -> None:
    server.issuer = "https://evil.example"
    grant = runtime.OAuth2RefreshToken("r", "public")
    package = shop(acme, openid_scheme(server))
    client = driver.client(package, runtime.Credentials(login=grant), base_url=server.url)
    with pytest.raises(DiscoveryError):
        driver.run(client.call("get_things", {}))
    assert "POST /token" not in server.requests
