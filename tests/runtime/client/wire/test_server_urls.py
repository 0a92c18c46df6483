"""Servers: variables cannot lead elsewhere, and joins keep the base's path."""

from typing import Any

import pytest

from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.request import WireRequest
from connector_runtime.client.wire.urls import check_base_url, join_url, server_url

SHOP = {
    "url": "https://{shop}.example.com:{port}/{basePath}",
    "variables": [
        {"name": "shop", "wire": "shop", "default": "demo"},
        {"name": "port", "wire": "port", "default": "443", "choices": ["443", "8443"]},
        {"name": "base_path", "wire": "basePath", "default": "v2"},
    ],
}


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ({}, "https://demo.example.com:443/v2"),
        ({"shop": "ada", "port": None}, "https://ada.example.com:443/v2"),
        ({"port": 8443, "base_path": "a b/v3/"}, "https://demo.example.com:8443/a%20b/v3"),
    ],
)
def test_variables(arguments: dict[str, Any], expected: str) -> None:
    assert server_url(SHOP, arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "pointer"),
    [
        ({"shop": "evil.com/x"}, "/shop"),
        ({"shop": "evil.com#"}, "/shop"),
        ({"shop": "evil.com?"}, "/shop"),
        ({"shop": "user@evil.com"}, "/shop"),
        ({"shop": "evil.com\\"}, "/shop"),
        ({"shop": "a\r\nb"}, "/shop"),
        ({"shop": "a b"}, "/shop"),
        ({"shop": ""}, "/shop"),
        ({"port": "80"}, "/port"),
        ({"base_path": "../admin"}, "/base_path"),
        ({"base_path": "a/%2e%2e/b"}, "/base_path"),
    ],
)
def test_values_cannot_lead_elsewhere(arguments: dict[str, Any], pointer: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        server_url(SHOP, arguments)
    assert caught.value.pointer == pointer


def test_whole_hosts_and_the_documents_own_form() -> None:
    variables = {"scheme": {"default": "https", "enum": ["https", "http"]}, "host": {}}
    server = {"url": "{scheme}://{host}/v1", "variables": variables}

    assert server_url(server, {"host": "a.example:8443"}) == "https://a.example:8443/v1"
    with pytest.raises(ArgumentError, match="needs a value"):
        server_url(server, {})
    with pytest.raises(ArgumentError, match="none of"):
        server_url(server, {"host": "a", "scheme": "file"})
    assert server_url({"url": "/v1"}, {}) == "/v1"


def test_defaults_may_be_empty() -> None:
    variables = [{"name": "region", "wire": "region", "default": ""}]

    server = {"url": "https://api{region}.x.com", "variables": variables}
    assert server_url(server, {}) == "https://api.x.com"
    assert server_url(server, {"region": "-eu"}) == "https://api-eu.x.com"


@pytest.mark.parametrize(
    "url", ["https://api.example.com", "http://[::1]:8080/v1/", "https://x.y/?api-version=1"]
)
def test_base_urls(url: str) -> None:
    assert check_base_url(url) == url


@pytest.mark.parametrize(
    "url",
    [
        "",
        "api.example.com",
        "/v1",
        "ftp://x.y",
        "https://",
        "https://x.y:port",
        "https://x.y:99999",
        "https://user:secret@x.y",
        "https://@x.y",
        "https://x.y/#a",
        "https://x y",
        "https://x.y/{v}",
        "https://x.y\\@evil.com",
        "https://x.y\r\n",
    ],
)
def test_base_urls_that_are_none(url: str) -> None:
    with pytest.raises(ArgumentError) as caught:
        check_base_url(url)
    assert caught.value.pointer == "/base_url"
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("base", "path", "query", "expected"),
    [
        ("https://x.y", "/a", "", "https://x.y/a"),
        ("https://x.y/", "/a", "", "https://x.y/a"),
        ("https://x.y/v1", "/a", "b=1", "https://x.y/v1/a?b=1"),
        ("https://x.y/v1/", "/", "", "https://x.y/v1/"),
        ("https://x.y/v1?k=1", "/a", "b=1", "https://x.y/v1/a?k=1&b=1"),
        ("https://x.y/v1?k=1", "/a", "", "https://x.y/v1/a?k=1"),
    ],
)
def test_join(base: str, path: str, query: str, expected: str) -> None:
    assert join_url(base, WireRequest("GET", path, query)) == expected
