"""AWS Signature Version 4 against the vectors that AWS publishes (aws-sig-v4-test-suite)."""

import copy
import pickle

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.auth.sigv4 import (
    UNSIGNED_PAYLOAD,
    AWSSignatureV4,
    Scope,
    canonical_path,
    canonical_query,
    canonical_request,
    payload_hash,
    signature_of,
)
from connector_runtime.client.credentials import SignableRequest
from tests.runtime.client.auth.flows import every_text

KEY_ID = "AKIDEXAMPLE"
SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"
NOW = 1_440_938_160.0
STAMP = "20150830T123600Z"
HOST = ("Host", "example.amazonaws.com")

Headers = tuple[tuple[str, str], ...]

VECTORS: dict[str, tuple[str, str, Headers, bytes, str]] = {
    "get-vanilla": (
        *("GET", "/", (), b""),
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    ),
    "get-vanilla-query-order-key": (
        *("GET", "/?Param1=value2&Param1=Value1", (), b""),
        "eedbc4e291e521cf13422ffca22be7d2eb8146eecf653089df300a15b2382bd1",
    ),
    "get-vanilla-query-order-key-case": (
        *("GET", "/?Param2=value2&Param1=value1", (), b""),
        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500",
    ),
    "get-vanilla-empty-query-key": (
        *("GET", "/?Param1=value1", (), b""),
        "a67d582fa61cc504c4bae71f336f98b97f1ea3c7a6bfe1b6e45aec72011b9aeb",
    ),
    "get-vanilla-utf8-query": (
        *("GET", "/?\u1234=bar", (), b""),
        "2cdec8eed098649ff3a119c94853b13c643bcf08f8b0a1d91e12c9027818dd04",
    ),
    "get-utf8": (
        *("GET", "/\u1234", (), b""),
        "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85",
    ),
    "get-space": (
        *("GET", "/example space/", (), b""),
        "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741",
    ),
    "get-unreserved": (
        *("GET", "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", (), b""),
        "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
    ),
    "get-relative-relative": (
        *("GET", "/example1/example2/../..", (), b""),
        "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    ),
    "get-slashes": (
        *("GET", "//example//", (), b""),
        "9a624bd73a37c9a373b5312afbebe7a714a789de108f0bdfe846570885f57e84",
    ),
    "get-slash-pointless-dot": (
        *("GET", "/./example", (), b""),
        "ef75d96142cf21edca26f06005da7988e4f8dc83a165a80865db7089db637ec5",
    ),
    "get-header-key-duplicate": (
        "GET",
        "/",
        (("My-Header1", "value2"), ("My-Header1", "value2"), ("My-Header1", "value1")),
        b"",
        "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea",
    ),
    "get-header-value-trim": (
        *("GET", "/", (("My-Header1", " value1"), ("My-Header2", ' "a   b   c"')), b""),
        "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    ),
    "post-vanilla": (
        *("POST", "/", (), b""),
        "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
    ),
    "post-vanilla-query": (
        *("POST", "/?Param1=value1", (), b""),
        "28038455d6de14eafc1f9222cf5aa6f1a96197d7deb8263271d420d138af7f11",
    ),
    "post-header-key-sort": (
        *("POST", "/", (("My-Header1", "value1"),), b""),
        "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    ),
    "post-header-value-case": (
        *("POST", "/", (("My-Header1", "VALUE1"),), b""),
        "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
    ),
    "post-x-www-form-urlencoded": (
        "POST",
        "/",
        (("Content-Type", "application/x-www-form-urlencoded"),),
        b"Param1=value1",
        "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    ),
    "post-x-www-form-urlencoded-parameters": (
        "POST",
        "/",
        (("Content-Type", "application/x-www-form-urlencoded; charset=utf8"),),
        b"Param1=value1",
        "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
    ),
}


@pytest.mark.parametrize("name", VECTORS)
def test_the_signatures_are_those_of_aws(name: str) -> None:
    method, target, headers, body, expected = VECTORS[name]
    url = f"https://example.amazonaws.com{target}"
    request = SignableRequest(method, url, [HOST, *headers, ("X-Amz-Date", STAMP)], body, NOW)
    canonical = canonical_request(request, payload_hash(body))
    assert signature_of(canonical, SECRET, Scope(STAMP, "us-east-1", "service")) == expected


def signed(
    service: str = "service",
    token: str | None = None,
    headers: Headers = (),
    body: bytes | None = b"",
    method: str = "GET",
) -> dict[str, str]:
    key = AWSSignatureV4(KEY_ID, SECRET, "us-east-1", service, token)
    request = SignableRequest(method, "https://example.amazonaws.com/", [HOST, *headers], body, NOW)
    return key.sign(request)


def test_the_header_is_that_of_the_vector() -> None:
    assert signed() == {
        "X-Amz-Date": STAMP,
        "Authorization": "AWS4-HMAC-SHA256"
        " Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
        " SignedHeaders=host;x-amz-date,"
        " Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
    }


def test_fields_that_proxies_change_are_not_signed() -> None:
    headers = (("User-Agent", "x"), ("Accept", "*/*"), ("X-Amz-Target", "T"), ("x-amz-date", "old"))
    names = signed(headers=headers)["Authorization"].split(", ")[1]
    assert names == "SignedHeaders=host;x-amz-date;x-amz-target"


def test_a_session_token_is_sent_and_signed() -> None:
    fields = signed(token="session-canary")
    assert fields["X-Amz-Security-Token"] == "session-canary"
    assert "host;x-amz-date;x-amz-security-token" in fields["Authorization"]


def test_a_stream_is_not_signed_and_says_so() -> None:
    fields = signed(body=None, method="PUT")
    assert fields["X-Amz-Content-Sha256"] == UNSIGNED_PAYLOAD
    assert "x-amz-content-sha256" in fields["Authorization"]


def test_s3_wants_the_hash_of_the_body() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert signed("s3")["X-Amz-Content-Sha256"] == empty


def test_s3_takes_paths_as_they_are() -> None:
    request = SignableRequest("GET", "https://b.example/a//b/../c%20d", [HOST], b"", NOW)
    assert canonical_request(request, "x", plain_path=True).split("\n")[1] == "/a//b/../c%20d"
    assert canonical_request(request, "x").split("\n")[1] == "/a/c%2520d"


def test_paths_and_queries_are_normalised() -> None:
    assert canonical_path("") == "/"
    assert canonical_path("/a/../../b/") == "/b/"
    assert canonical_query("b=2&a=%7e+x&a=&c") == "a=&a=~%20x&b=2&c="
    assert canonical_query("a=%ff/:") == "a=%FF%2F%3A"


@pytest.mark.parametrize("wrong", ["", "a b", "a\nb", "\u00e9"])
def test_a_key_that_can_be_none_is_refused_and_not_shown(wrong: str) -> None:
    with pytest.raises(runtime.ConfigurationError, match="secret_access_key"):
        AWSSignatureV4(KEY_ID, wrong, "us-east-1", "service")


def test_the_key_is_shown_to_nobody() -> None:
    key = AWSSignatureV4(KEY_ID, SECRET, "us-east-1", "service", "session-canary")
    shown = every_text(key) + every_text(runtime.Credentials(aws=key))
    assert not any(each in shown for each in (KEY_ID, SECRET, "session-canary"))
    for leave in (pickle.dumps, copy.copy):
        with pytest.raises(TypeError, match="holds secrets"):
            leave(key)
