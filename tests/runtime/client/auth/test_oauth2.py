"""Tokens of OAuth2 clients: fetched once, kept, renewed, and shown to nobody."""

import asyncio
import json
import socket
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs

import pytest

import connector_runtime.client as runtime
from generated import salesforce
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import Wire, reply, wire

SECRET = "client-secret-canary"


class Authority:
    """A token endpoint and the API behind it, on one socket."""

    def __init__(self) -> None:
        self.issued = 0
        self.valid: set[str] = set()
        self.forms: list[dict[str, list[str]]] = []
        self.lifetime = 3600
        self.refusal: bytes | None = None
        self.delay = 0.0
        self.lock = threading.Lock()

    def __call__(self, connection: socket.socket, request: bytes) -> None:
        if b" /token HTTP" in request:
            connection.sendall(self._token(request))
        elif any(b"Bearer %s\r\n" % token.encode() in request for token in self.valid):
            connection.sendall(reply(b'{"Id": "001", "Name": "Acme"}'))
        else:
            connection.sendall(reply(b'[{"errorCode": "INVALID_SESSION_ID"}]', "401 Unauthorized"))

    def _token(self, request: bytes) -> bytes:
        time.sleep(self.delay)
        with self.lock:
            self.forms.append(parse_qs(request.partition(b"\r\n\r\n")[2].decode()))
            if self.refusal:
                return self.refusal
            self.issued += 1
            self.valid.add(f"token-{self.issued}")
            document = {"access_token": f"token-{self.issued}", "expires_in": self.lifetime}
            return reply(json.dumps({**document, "refresh_token": f"r{self.issued}"}).encode())


@contextmanager
def authority() -> Generator[tuple[Authority, Wire]]:
    server = Authority()
    with wire(server) as listening:
        yield server, listening


def client_of(driver: Driver, server: Wire, grant: Any = None, **settings: Any) -> Any:
    grant = grant or runtime.OAuth2ClientCredentials(
        "id", SECRET, scopes=("api",), token_url=f"{server.url}/token"
    )
    return driver.client(
        salesforce, runtime.Credentials(oauth2=grant), base_url=server.url, **settings
    )


def call(driver: Driver, client: Any) -> Any:
    return driver.run(client.accounts.retrieve("001"))


def test_a_token_is_fetched_once_and_kept(driver: Driver) -> None:
    with authority() as (server, listening):
        client = client_of(driver, listening)
        assert call(driver, client).name == "Acme"
        assert call(driver, client).name == "Acme"
        assert server.forms == [{"grant_type": ["client_credentials"], "scope": ["api"]}]
        head = listening.requests[0]
        assert b"Authorization: Basic aWQ6Y2xpZW50LXNlY3JldC1jYW5hcnk=\r\n" in head


def test_a_short_lived_token_is_renewed_before_it_ends(driver: Driver) -> None:
    with authority() as (server, listening):
        server.lifetime = 0.02  # type: ignore[assignment]
        client = client_of(driver, listening)
        call(driver, client)
        time.sleep(0.03)
        call(driver, client)
        assert server.issued == 2


def test_a_refused_token_is_renewed_once_and_the_call_repeated(driver: Driver) -> None:
    with authority() as (server, listening):
        client = client_of(driver, listening)
        call(driver, client)
        server.valid.clear()
        assert call(driver, client).name == "Acme"
        assert server.issued == 2


def test_a_call_is_not_repeated_for_ever(driver: Driver) -> None:
    with authority() as (server, listening):
        client = client_of(driver, listening)

        def forget(connection: socket.socket, request: bytes) -> None:
            server(connection, request)
            server.valid.clear()

        listening.script = forget
        with pytest.raises(runtime.AuthenticationError):
            call(driver, client)
        assert server.issued == 2


def test_the_client_may_be_named_in_the_form(driver: Driver) -> None:
    with authority() as (server, listening):
        grant = runtime.OAuth2ClientCredentials(
            "id", SECRET, token_url=f"{listening.url}/token", client_authentication="body"
        )
        call(driver, client_of(driver, listening, grant))
        assert server.forms[0]["client_id"] == ["id"]
        assert server.forms[0]["client_secret"] == [SECRET]


def test_a_refresh_token_is_replaced_by_the_one_that_comes(driver: Driver) -> None:
    rotated: list[str] = []
    with authority() as (server, listening):
        grant = runtime.OAuth2RefreshToken(
            "r0", "id", SECRET, token_url=f"{listening.url}/token", on_rotation=rotated.append
        )
        client = client_of(driver, listening, grant)
        call(driver, client)
        server.valid.clear()
        call(driver, client)
        assert [form["refresh_token"] for form in server.forms] == [["r0"], ["r1"]]
        assert rotated == ["r1", "r2"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (reply(b'{"error": "invalid_client"}', "401 Unauthorized"), runtime.AuthenticationError),
        (reply(b'{"error": "invalid_scope"}', "400 Bad Request"), runtime.BadRequestError),
        (reply(b"<html>", "503 Service Unavailable"), runtime.ServerError),
        (reply(b"not json"), runtime.ReplyError),
        (reply(b'{"token": "x"}'), runtime.AuthenticationError),
    ],
)
def test_a_refusal_of_the_token_endpoint_is_typed(
    driver: Driver, answer: bytes, kind: type[Exception]
) -> None:
    with authority() as (server, listening):
        server.refusal = answer
        with pytest.raises(runtime.APIError) as caught:
            call(driver, client_of(driver, listening))
        assert type(caught.value) is kind
        assert SECRET not in repr(caught.value)
        assert SECRET not in repr(vars(caught.value))


def test_what_the_token_endpoint_quotes_is_not_told(driver: Driver) -> None:
    with authority() as (server, listening):
        quoted = {"error": "x", "error_description": f"no refresh-canary, no {SECRET}"}
        server.refusal = reply(json.dumps(quoted).encode(), "400 Bad Request")
        grant = runtime.OAuth2RefreshToken(
            "refresh-canary", "id", SECRET, token_url=f"{listening.url}/token"
        )
        with pytest.raises(runtime.BadRequestError, match=r"x: no .*redacted") as caught:
            call(driver, client_of(driver, listening, grant))
        assert "canary" not in str(caught.value) + repr(vars(caught.value))


def test_twenty_threads_fetch_one_token() -> None:
    with authority() as (server, listening):
        server.delay = 0.05
        grant = runtime.OAuth2ClientCredentials("id", SECRET, token_url=f"{listening.url}/token")
        names: list[str] = []
        with salesforce.SalesforceClient(
            runtime.Credentials(oauth2=grant), base_url=listening.url
        ) as client:
            threads = [
                threading.Thread(
                    target=lambda: names.append(str(client.accounts.retrieve("1").name))
                )
                for _ in range(20)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        assert names == ["Acme"] * 20
        assert server.issued == 1


def test_twenty_tasks_fetch_one_token() -> None:
    async def work(url: str) -> list[str]:
        grant = runtime.OAuth2ClientCredentials("id", SECRET, token_url=f"{url}/token")
        secrets = runtime.Credentials(oauth2=grant)
        async with salesforce.AsyncSalesforceClient(secrets, base_url=url) as client:
            found = await asyncio.gather(*(client.accounts.retrieve("1") for _ in range(20)))
        return [str(each.name) for each in found]

    with authority() as (server, listening):
        server.delay = 0.05
        assert asyncio.run(work(listening.url)) == ["Acme"] * 20
        assert server.issued == 1


def test_the_environment_names_a_client(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SALESFORCE_CLIENT_ID", "id")
    client = driver.client(salesforce, None)
    with pytest.raises(runtime.CredentialsMissingError, match="SALESFORCE_ACCESS_TOKEN"):
        call(driver, client)
    monkeypatch.setenv("SALESFORCE_CLIENT_SECRET", SECRET)
    monkeypatch.setenv("SALESFORCE_ACCESS_TOKEN", "t")
    with authority() as (server, listening):
        server.valid.add("t")
        assert call(driver, driver.client(salesforce, None, base_url=listening.url)).name == "Acme"
        assert server.issued == 0
