"""Secrets that sign requests: called last, for each attempt, with what is really sent."""

import io
import time
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

import httpx
import pytest

import connector_runtime.client as runtime
from connector_runtime.client.auth.schemes import read_schemes
from connector_runtime.client.auth.signature import joined, sign, sign_later
from connector_runtime.client.auth.signing import signed
from connector_runtime.client.auth.sigv4 import (
    UNSIGNED_PAYLOAD,
    AWSSignatureV4,
    Scope,
    canonical_request,
    payload_hash,
    signature_of,
)
from connector_runtime.client.clock import SYSTEM_CLOCK, SystemClock
from connector_runtime.client.credentials import RequestSigner, SignableRequest
from connector_runtime.client.messages import HttpRequest, Origin
from generated import petstore
from tests.runtime.client.auth.flows import every_text
from tests.runtime.client.drivers import PET, Driver, Vendor, answers
from tests.runtime.client.packages import Make, operation

SCHEME = {"name": "aws", "kind": "apiKey", "location": "header", "parameter": "Authorization"}
KEY = AWSSignatureV4("AKIDEXAMPLE", "secret-canary", "us-east-1", "execute-api")


class Recorder:
    """A signer that remembers what it was given."""

    def __init__(self, **fields: str) -> None:
        self.requests: list[SignableRequest] = []
        self.fields = fields

    def sign(self, request: SignableRequest) -> Mapping[str, str]:
        """One more header."""
        self.requests.append(request)
        return {"X-Signature": str(len(self.requests)), **self.fields}


def called(driver: Driver, acme: Make, secret: Any, *replies: httpx.Response) -> Vendor:
    vendor = Vendor(list(replies) or [answers(200, {})])
    package = acme(operation("get_things"), security_schemes=[SCHEME], security=[["aws"]])
    client = driver.client(
        package, secret, transport=vendor.transport, base_url="https://api.example/v1"
    )
    driver.run(client.call("get_things", {}))
    return vendor


def test_a_signer_sees_the_whole_request(driver: Driver, acme: Make) -> None:
    signer = Recorder()
    assert isinstance(signer, RequestSigner)
    vendor = called(driver, acme, runtime.Credentials(aws=signer))
    request = signer.requests[0]
    assert (request.method, request.url) == ("GET", "https://api.example/v1/things")
    assert request.body == b""
    assert abs(request.now - time.time()) < 60
    assert dict(request.headers)["Host"] == "api.example"
    assert vendor.requests[0].headers["x-signature"] == "1"


def test_a_signer_may_be_given_alone_and_by_a_function(driver: Driver, acme: Make) -> None:
    for secret in (
        KEY,
        lambda: KEY,
        runtime.Credentials(KEY),
        runtime.Credentials(aws=lambda: KEY),
    ):
        vendor = called(driver, acme, secret)
        assert vendor.requests[0].headers["authorization"].startswith("AWS4-HMAC-SHA256 Cred")
        assert vendor.requests[0].headers["x-amz-date"]


def test_every_call_is_signed_anew(driver: Driver, acme: Make) -> None:
    signer = Recorder()
    vendor = Vendor([answers(200, {})])
    package = acme(operation("get_things"), security_schemes=[SCHEME], security=[["aws"]])
    client = driver.client(
        package, signer, transport=vendor.transport, base_url="https://api.example"
    )
    for _ in range(3):
        driver.run(client.call("get_things", {}))
    assert [each.headers["x-signature"] for each in vendor.requests] == ["1", "2", "3"]


def verified(request: httpx.Request) -> str:
    """The body's hash of a received request whose signature is right."""
    names = request.headers["authorization"].split("SignedHeaders=")[1].split(",")[0].split(";")
    headers = [(name, request.headers[name]) for name in names]
    payload: str = request.headers.get("x-amz-content-sha256", payload_hash(request.content))
    received = SignableRequest(request.method, str(request.url), headers, None, 0.0)
    scope = Scope(request.headers["x-amz-date"], "us-east-1", "execute-api")
    expected = signature_of(canonical_request(received, payload), "secret-canary", scope)
    assert request.headers["authorization"].endswith(f"Signature={expected}")
    return payload


def test_what_arrives_is_what_was_signed(driver: Driver) -> None:
    vendor = Vendor([answers(200, dict(PET))])
    client = driver.client(petstore, KEY, transport=vendor.transport)
    driver.run(client.pets.create(name="Rex \u00e9", tags=["a b"]))
    driver.run(client.pets.retrieve(7))
    driver.items(driver.run(client.pets.list(status="available")))
    driver.run(client.pets.photo(7, photo=("p.png", io.BytesIO(b"abc"), "image/png")))
    hashes = [verified(request) for request in vendor.requests]
    assert hashes[0] == sha256(vendor.requests[0].content).hexdigest()
    assert hashes[-1] == UNSIGNED_PAYLOAD
    assert b"abc" in vendor.requests[-1].content


@pytest.mark.parametrize("fields", [{"Host": "x"}, {"X-A": "a\r\nb"}, {"X A": "b"}])
def test_a_signer_cannot_break_the_request(
    driver: Driver, acme: Make, fields: dict[str, str]
) -> None:
    with pytest.raises(runtime.ConfigurationError, match="Recorder"):
        called(driver, acme, Recorder(**fields))


class _Stream:
    """A body that is read while it is sent."""

    def __init__(self, file: io.BytesIO) -> None:
        self._file = file
        self.length: int | None = None


def request_with(content: Any) -> HttpRequest:
    headers = [(b"Host", b"api.example"), (b"X-Signature", b"old")]
    origin = Origin("https", "api.example", None)
    return HttpRequest("PUT", origin, "/x?a=1", headers, content, 0.0, 0.0, 0)


def test_a_stream_is_not_read_to_be_signed() -> None:
    signer, file = Recorder(), io.BytesIO(b"abc")
    stream = _Stream(file)
    request = signed(request_with(stream), ((signer, SYSTEM_CLOCK),))
    assert signer.requests[0].body is None
    assert file.tell() == 0
    assert request.headers == [(b"Host", b"api.example"), (b"X-Signature", b"1")]
    key = signed(request_with(stream), ((KEY, SYSTEM_CLOCK),))
    assert dict(key.headers)[b"X-Amz-Content-Sha256"] == b"UNSIGNED-PAYLOAD"


class Dated(SystemClock):
    """A clock on which it is 2015."""

    time = staticmethod(lambda: 1_440_938_160.0)


def test_the_clock_dates_the_signature() -> None:
    request = signed(request_with(b"abc"), ((KEY, Dated()),))
    assert dict(request.headers)[b"X-Amz-Date"] == b"20150830T123600Z"


def test_a_signer_may_stand_beside_another_secret() -> None:
    schemes = read_schemes({"security_schemes": [SCHEME]})
    both = joined([sign(schemes["aws"], "text"), sign_later(KEY, SYSTEM_CLOCK)])
    assert both.headers == (("Authorization", "text"),)
    assert [signer for signer, _ in both.signers] == [KEY]
    assert both.names == {"authorization", "x-amz-security-token"}


def test_requests_and_signatures_show_nothing() -> None:
    request = SignableRequest(
        "GET", "https://a.example?key=canary", [("A", "canary")], b"canary", 0
    )
    shown = every_text(request) + every_text(sign_later(KEY, SYSTEM_CLOCK))
    assert "canary" not in shown
