"""Proxies: of the client, of the environment, and the hosts that need none."""

import socket
from typing import Any

import pytest

from generated import petstore
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import Wire, reply, sends, wire

VARIABLES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


def call(driver: Driver, url: str = "http://shop.example", **settings: Any) -> Any:
    client = driver.client(petstore, base_url=url, allow_http=True, deadline=2.0, **settings)
    return driver.run(client.pets.retrieve(7))


def asked_for(proxy: Wire) -> bytes:
    return proxy.requests[0].split(b"\r\n")[0]


def test_a_proxy_is_asked_for_the_whole_url(driver: Driver) -> None:
    with wire(sends(reply())) as proxy:
        assert call(driver, proxy=proxy.url).name == "Rex"
        assert asked_for(proxy) == b"GET http://shop.example/pets/7 HTTP/1.1"


def test_the_proxy_of_the_environment_is_used(
    driver: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    with wire(sends(reply())) as proxy:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        assert call(driver).name == "Rex"
        assert asked_for(proxy).startswith(b"GET http://shop.example/")


def test_hosts_that_need_no_proxy_get_none(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    with wire(sends(reply())) as proxy, wire(sends(reply())) as server:
        monkeypatch.setenv("HTTP_PROXY", proxy.url)
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        assert call(driver, server.url).name == "Rex"
        assert proxy.requests == []


def test_https_goes_through_a_tunnel(driver: Driver) -> None:
    def refuse(connection: socket.socket, request: bytes) -> None:
        connection.sendall(b"HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n")
        connection.close()

    with wire(refuse) as proxy:
        with pytest.raises(Exception, match="connection"):
            call(driver, "https://shop.example", proxy=proxy.url)
        assert asked_for(proxy) == b"CONNECT shop.example:443 HTTP/1.1"
        assert b"secret-canary" not in proxy.requests[0]


def test_a_proxys_password_is_sent_and_shown_nowhere(driver: Driver) -> None:
    with wire(sends(reply())) as proxy:
        url = proxy.url.replace("//", "//me:pass-canary@")
        client = driver.client(petstore, base_url="http://shop.example", allow_http=True, proxy=url)
        driver.run(client.pets.retrieve(7))
        assert b"Proxy-Authorization: Basic bWU6cGFzcy1jYW5hcnk=" in proxy.requests[0]
        assert "pass-canary" not in repr(client)
