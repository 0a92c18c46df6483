"""What credentials put into a request."""

from base64 import b64encode
from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import quote

from connector_runtime.client.auth.schemes import Scheme
from connector_runtime.client.clock import Clock
from connector_runtime.client.credentials import CredentialProvider, OAuth2Grant, RequestSigner
from connector_runtime.client.errors import ConfigurationError

_COOKIE_SAFE = "!#$&'()*+-./:<=>?@[]^_`{|}~"


class Signature(NamedTuple):
    """The parts of a request that are credentials."""

    headers: tuple[tuple[str, str], ...] = ()
    query: tuple[str, ...] = ()
    """Encoded pairs."""
    cookies: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    """Headers (lower case) and query parameters that hold them."""
    secrets: tuple[str, ...] = ()
    """The values, so that they can be kept out of texts."""
    tokens: tuple[tuple[OAuth2Grant, str], ...] = ()
    """Tokens that can be replaced when they are refused."""
    provided: tuple[CredentialProvider, Any] | None = None
    """Who gave the credentials, and what: to be told when they are refused."""
    signers: tuple[tuple[RequestSigner, Clock], ...] = ()
    """They sign the request once all else is in it; each with the clock that dates it."""

    def __repr__(self) -> str:
        return f"Signature({', '.join(sorted(self.names))})"


UNSIGNED = Signature()


def sign(scheme: Scheme, secret: str | tuple[str, str]) -> Signature:
    """One scheme's part of the request."""
    if scheme.kind == "basic":
        return _basic(secret)
    text = _line(secret if isinstance(secret, str) else ":".join(secret))
    if scheme.kind == "apiKey":
        return _api_key(scheme, text)
    word = scheme.http_scheme.capitalize() if scheme.kind == "http" else "Bearer"
    return _authorization(f"{word} {text}", text)


def sign_later(signer: RequestSigner, clock: Clock) -> Signature:
    """The part of a secret that signs whole requests."""
    names: frozenset[str] = frozenset(getattr(signer, "header_names", ()))
    return Signature(names=names | {"authorization"}, signers=((signer, clock),))


def _basic(secret: str | tuple[str, str]) -> Signature:
    """A lone secret is the user name; the password is then empty."""
    if isinstance(secret, str):
        user, _, password = secret.strip().partition(":")
    else:
        user, password = secret
        if ":" in user:
            raise ConfigurationError("a user name of HTTP Basic holds no colon")
    text = b64encode(f"{user}:{password}".encode()).decode("ascii")
    signature = _authorization(f"Basic {text}", text)
    return signature._replace(secrets=(text, password or user))


def _authorization(value: str, secret: str) -> Signature:
    return Signature(
        headers=(("Authorization", value),), names=frozenset({"authorization"}), secrets=(secret,)
    )


def _api_key(scheme: Scheme, text: str) -> Signature:
    if scheme.location == "query":
        pair = f"{quote(scheme.parameter, safe='~')}={quote(text, safe='~')}"
        return Signature(query=(pair,), names=frozenset({scheme.parameter}), secrets=(text,))
    if scheme.location == "cookie":
        pair = f"{scheme.parameter}={quote(text, safe=_COOKIE_SAFE)}"
        return Signature(cookies=(pair,), names=frozenset({"cookie"}), secrets=(text,))
    return Signature(
        headers=((scheme.parameter, text),),
        names=frozenset({scheme.parameter.lower()}),
        secrets=(text,),
    )


def _line(secret: str) -> str:
    """Files and variables often end with a line break, which is none of the secret."""
    text = secret.strip()
    if not text:
        raise ConfigurationError("the credentials are empty")
    if not text.isascii() or not text.isprintable():
        raise ConfigurationError("the credentials hold characters that no header can carry")
    return text


def joined(signatures: Iterable[Signature]) -> Signature:
    """The parts of all schemes of a requirement."""
    parts = tuple(signatures)
    if len(parts) == 1:
        return parts[0]
    return Signature(
        headers=tuple(each for part in parts for each in part.headers),
        query=tuple(each for part in parts for each in part.query),
        cookies=tuple(each for part in parts for each in part.cookies),
        names=frozenset().union(*(part.names for part in parts)),
        secrets=tuple(each for part in parts for each in part.secrets),
        tokens=tuple(each for part in parts for each in part.tokens),
        signers=tuple(each for part in parts for each in part.signers),
    )
