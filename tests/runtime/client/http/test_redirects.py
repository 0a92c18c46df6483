"""Which redirects are followed, how often, and what is carried along."""

import ssl
from typing import Any

import pytest
import trustme

import connector_runtime.client as runtime
from generated import petstore
from tests.runtime.client.drivers import Driver
from tests.runtime.client.http.wires import Script, Wire, reply, sends, wire
from tests.runtime.client.packages import Make, operation

CANARY = b"secret-canary"


def redirects(location: str, status: int = 302) -> Script:
    """A script that sends everyone elsewhere."""
    head = f"HTTP/1.1 {status} Moved\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"
    return sends(head.encode("utf-8"))


def redirects_once(location: str, status: int = 302) -> Script:
    """A script that redirects ``/pets/7``, and answers anything else."""
    elsewhere, answer = redirects(location, status), sends(reply())

    def script(connection: Any, request: bytes) -> None:
        (elsewhere if b" /pets/7 " in request else answer)(connection, request)

    return script


def retrieve(driver: Driver, url: str, **settings: Any) -> Any:
    client = driver.client(petstore, base_url=url, deadline=2.0, **settings)
    return driver.run(client.pets.retrieve(7))


def targets(server: Wire) -> list[str]:
    return [request.split(b" ")[1].decode() for request in server.requests]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_read_follows_every_kind_of_redirect(driver: Driver, status: int) -> None:
    with wire(redirects_once("/moved", status)) as server:
        assert retrieve(driver, server.url).name == "Rex"
        assert targets(server) == ["/pets/7", "/moved"]
        assert all(CANARY in request for request in server.requests)
        assert server.connections == 1


@pytest.mark.parametrize(
    ("location", "target"),
    [
        ("8", "/pets/8"),
        ("../animals/7?full=1", "/animals/7?full=1"),
        ("?page=2", "/pets/7?page=2"),
        ("/pets/7/", "/pets/7/"),
        ("/moved#part", "/moved"),
        ('/a b/"{c}"', "/a%20b/%22%7Bc%7D%22"),
        ("/é", "/%C3%A9"),
        ("/a%20b?q=%2F", "/a%20b?q=%2F"),
    ],
)
def test_a_location_is_read_as_browsers_read_it(driver: Driver, location: str, target: str) -> None:
    with wire(redirects_once(location)) as server:
        assert retrieve(driver, server.url).name == "Rex"
        assert targets(server) == ["/pets/7", target]


def test_a_location_may_be_a_whole_url_or_one_without_scheme(driver: Driver) -> None:
    with wire(sends(reply())) as other:
        for location in (other.url, f"{other.url}/", f"//127.0.0.1:{other.port}/x"):
            with wire(redirects(location)) as server:
                assert retrieve(driver, server.url).name == "Rex"
        assert targets(other) == ["/", "/", "/x"]


def test_five_redirects_are_followed(driver: Driver) -> None:
    def script(connection: Any, request: bytes) -> None:
        hops = len(server.requests)
        (sends(reply()) if hops == 6 else redirects(f"/hop/{hops}"))(connection, request)

    with wire(script) as server:
        assert retrieve(driver, server.url).name == "Rex"
        assert targets(server)[-1] == "/hop/5"


def test_head_is_redirected_as_head(driver: Driver, acme: Make) -> None:
    def script(connection: Any, request: bytes) -> None:
        moved = b" /moved " in request
        (sends(reply(b"", length=9)) if moved else redirects("/moved"))(connection, request)

    package = acme(operation("look", "HEAD"))
    with wire(script) as server:
        driver.run(driver.client(package, None, base_url=server.url).call("look", {}))
        assert [request.split(b" ")[0] for request in server.requests] == [b"HEAD", b"HEAD"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_write_follows_none(driver: Driver, acme: Make, method: str, status: int) -> None:
    package = acme(operation("write", method))
    with wire(redirects("/moved", status)) as server:
        with pytest.raises(runtime.APIStatusError) as caught:
            driver.run(driver.client(package, None, base_url=server.url).call("write", {}))
        assert caught.value.status_code == status
        assert len(server.requests) == 1


SCHEMES = [
    {"name": "head", "kind": "apiKey", "location": "header", "parameter": "X-Odd"},
    {"name": "query", "kind": "apiKey", "location": "query", "parameter": "odd"},
    {"name": "cookie", "kind": "apiKey", "location": "cookie", "parameter": "odd"},
    {"name": "bearer", "kind": "http", "http_scheme": "bearer"},
    {"name": "basic", "kind": "basic", "http_scheme": "basic"},
]


@pytest.mark.parametrize("scheme", [each["name"] for each in SCHEMES])
def test_no_credentials_reach_another_origin(driver: Driver, acme: Make, scheme: str) -> None:
    package = acme(operation("read"), security_schemes=SCHEMES, security=[{scheme: []}])
    with wire(sends(reply(b"{}"))) as other, wire(redirects(f"{other.url}/x")) as server:
        secrets = runtime.Credentials(**{scheme: "canary"})
        driver.run(driver.client(package, secrets, base_url=server.url).call("read", {}))
        hidden = b"Authorization: Basic Y2FuYXJ5Og==" if scheme == "basic" else b"canary"
        assert hidden in server.requests[0]
        assert hidden not in other.requests[0]


@pytest.mark.parametrize("name", ["X-Odd", "Authorization", "X-Auth-Token"])
@pytest.mark.parametrize("by", ["client", "call"])
def test_a_callers_own_credentials_reach_no_other_origin(
    driver: Driver, acme: Make, name: str, by: str
) -> None:
    package = acme(operation("read"), security_schemes=SCHEMES, security=[{"head": []}, {}])
    mine = {name: "canary", "X-Trace": "t1"}
    with wire(sends(reply(b"{}"))) as other, wire(redirects(f"{other.url}/x")) as server:
        settings = {"headers": mine} if by == "client" else {}
        client = driver.client(package, None, base_url=server.url, **settings)
        options = runtime.CallOptions(headers=mine if by == "call" else None)
        driver.run(client.call("read", {}, options))
        assert b"canary" in server.requests[0]
        assert b"canary" not in other.requests[0]
        assert b"X-Trace: t1" in other.requests[0]


def test_encryption_is_not_given_up(driver: Driver, tmp_path: Any) -> None:
    authority, context = trustme.CA(), ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    authority.cert_pem.write_to_path(tmp_path / "ca.pem")
    with wire(sends(reply())) as plain, wire(redirects(f"{plain.url}/x"), context) as server:
        with pytest.raises(runtime.APIError, match="not followed"):
            retrieve(driver, server.url, verify=str(tmp_path / "ca.pem"))
        assert plain.requests == []


@pytest.mark.parametrize(
    "location",
    ["ftp://127.0.0.1/x", "file:///etc/passwd", "https://", "//me:pass-canary@127.0.0.1/", "//["],
)
def test_a_location_that_cannot_be_followed_is_an_error(driver: Driver, location: str) -> None:
    with wire(redirects(location)) as server:
        with pytest.raises(runtime.APIError, match="not followed") as caught:
            retrieve(driver, server.url)
        assert len(server.requests) == 1
        assert "pass-canary" not in str(caught.value)
