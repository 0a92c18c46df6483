"""AWS Signature Version 4: requests signed for Amazon's services, and for those that copy them.

https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html
"""

import hmac
import time
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple
from urllib.parse import quote, unquote_plus, urlsplit

from connector_runtime.client.credentials import Confidential, SignableRequest
from connector_runtime.client.errors import ConfigurationError

ALGORITHM = "AWS4-HMAC-SHA256"
UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD"
"""Stands for the hash of a body that is sent while it is read."""
_S3 = frozenset({"s3", "s3express", "s3-object-lambda", "s3-outposts"})
"""Services that take paths as they are, and want the body's hash in a header."""
_SIGNED = frozenset({"host", "content-type", "content-md5"})
"""Fields that no proxy changes; with all of ``x-amz-``."""


class Scope(NamedTuple):
    """What a signature is valid for."""

    stamp: str
    """``20150830T123600Z``."""
    region: str
    service: str

    @property
    def text(self) -> str:
        """``20150830/us-east-1/iam/aws4_request``."""
        return f"{self.stamp[:8]}/{self.region}/{self.service}/aws4_request"


class AWSSignatureV4(Confidential):
    """An access key of AWS, which signs every request and is itself never sent."""

    __slots__ = ("_access_key_id", "_region", "_secret_access_key", "_service", "_session_token")

    header_names = frozenset({"authorization", "x-amz-security-token"})
    """The fields that prove who calls."""

    def __init__(
        self,
        access_key_id: str,
        secret_access_key: str,
        region: str,
        service: str,
        session_token: str | None = None,
    ) -> None:
        given = {"access_key_id": access_key_id, "secret_access_key": secret_access_key}
        given |= {"region": region, "service": service}
        for name, value in given.items():
            if not value or not value.isascii() or not value.isprintable() or " " in value:
                raise ConfigurationError(
                    f"AWSSignatureV4: {name} is empty, or holds odd characters"
                )
        self._access_key_id = access_key_id
        self._secret_access_key = secret_access_key
        self._region = region
        self._service = service
        self._session_token = session_token

    def sign(self, request: SignableRequest) -> dict[str, str]:
        """``Authorization``, ``X-Amz-Date`` and what else the service must be told."""
        stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(request.now))
        payload = payload_hash(request.body)
        added = {"X-Amz-Date": stamp}
        if self._session_token:
            added["X-Amz-Security-Token"] = self._session_token
        if self._service in _S3 or payload == UNSIGNED_PAYLOAD:
            added["X-Amz-Content-Sha256"] = payload
        replaced = {name.lower() for name in added}
        kept = [each for each in request.headers if each[0].lower() not in replaced]
        headers = [*(each for each in kept if _is_signed(each[0].lower())), *added.items()]
        canonical = canonical_request(
            request._replace(headers=headers), payload, plain_path=self._service in _S3
        )
        scope = Scope(stamp, self._region, self._service)
        signature = signature_of(canonical, self._secret_access_key, scope)
        added["Authorization"] = (
            f"{ALGORITHM} Credential={self._access_key_id}/{scope.text},"
            f" SignedHeaders={signed_names(headers)}, Signature={signature}"
        )
        return added


def _is_signed(name: str) -> bool:
    return name in _SIGNED or name.startswith("x-amz-")


def payload_hash(body: bytes | None) -> str:
    """SHA-256 in hex; None is a stream, which is not signed."""
    return UNSIGNED_PAYLOAD if body is None else sha256(body).hexdigest()


def signed_names(headers: Iterable[tuple[str, str]]) -> str:
    """``host;x-amz-date``."""
    return ";".join(sorted({name.lower() for name, _ in headers}))


def signature_of(canonical: str, secret_access_key: str, scope: Scope) -> str:
    """The signature of a canonical request, in hex."""
    digest = sha256(canonical.encode()).hexdigest()
    text = f"{ALGORITHM}\n{scope.stamp}\n{scope.text}\n{digest}"
    key = f"AWS4{secret_access_key}".encode()
    for part in scope.text.split("/"):
        key = hmac.digest(key, part.encode(), "sha256")
    return hmac.digest(key, text.encode(), "sha256").hex()


def canonical_request(request: SignableRequest, payload: str, *, plain_path: bool = False) -> str:
    """The text that is signed: all headers of ``request``, and the hash of its body.

    ``plain_path``: the path is neither normalised nor encoded once more, as S3 wants it.
    """
    parts = urlsplit(request.url)
    fields = _canonical_headers(request.headers)
    return "\n".join(
        (
            request.method.upper(),
            parts.path or "/" if plain_path else canonical_path(parts.path),
            canonical_query(parts.query),
            *(f"{name}:{value}" for name, value in fields),
            "",
            signed_names(request.headers),
            payload,
        )
    )


def canonical_path(path: str) -> str:
    """Without dot segments and empty segments, and each encoded once more than it is sent."""
    kept: list[str] = []
    for segment in path.split("/"):
        if segment == "..":
            del kept[-1:]
        elif segment not in ("", "."):
            kept.append(segment)
    slash = "/" if kept and path.endswith(("/", "/.", "/..")) else ""
    return quote(f"/{'/'.join(kept)}{slash}", safe="/~")


def canonical_query(query: str) -> str:
    """The pairs in order of name and value, all but unreserved characters encoded."""
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return "&".join(
        f"{name}={value}" for name, value in sorted((_coded(n), _coded(v)) for n, _, v in pairs)
    )


def _coded(text: str) -> str:
    return quote(unquote_plus(text, errors="surrogateescape"), safe="~", errors="surrogateescape")


def _canonical_headers(headers: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """In order of their names; repeated ones joined, in the order of the request."""
    found: dict[str, list[str]] = {}
    for name, value in headers:
        found.setdefault(name.lower(), []).append(" ".join(value.split()))
    return [(name, ",".join(found[name])) for name in sorted(found)]
