"""A user's consent by authorization code and PKCE: RFC 6749 section 4.1, RFC 7636, RFC 8252.

Nothing here opens a browser or a socket: it makes the URL, judges the answer, and asks for tokens.
"""

import secrets
from base64 import urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import parse_qsl, urlencode

from connector_runtime.client.auth.discovery import Provider
from connector_runtime.client.auth.endpoints import (
    Application,
    Tokens,
    form_request,
    read_tokens,
    shown,
)
from connector_runtime.client.codes import ErrorCode
from connector_runtime.client.credentials import Confidential
from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import ConfigurationError, ConnectorError
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.servers import split_url


class AuthorizationError(ConnectorError):
    """No consent came of it; there are no tokens."""

    code: ErrorCode = "AUTHORIZATION_FAILED"


class AuthorizationRefusedError(AuthorizationError):
    """The server answered with an error (RFC 6749, section 4.1.2.1): ``vendor_code`` says which."""

    code: ErrorCode = "AUTHORIZATION_REFUSED"

    def __init__(self, message: str, *, vendor_code: str = "", vendor_message: str = "") -> None:
        super().__init__(message)
        self.vendor_code = vendor_code
        self.vendor_message = vendor_message


class AuthorizationAnswerError(AuthorizationError):
    """The answer is not one to our question: another state, another server, or half an answer."""

    code: ErrorCode = "AUTHORIZATION_ANSWER_INVALID"


@dataclass(frozen=True, slots=True, repr=False)
class Consent(Confidential):
    """A question put to a user, until it is answered."""

    url: str
    """Where the user's browser goes."""
    provider: Provider
    redirect_uri: str
    state: str
    verifier: str


def new_verifier() -> str:
    """A code verifier (RFC 7636, section 4.1): 43 characters, 256 random bits."""
    return secrets.token_urlsafe(32)


def challenge_of(verifier: str) -> str:
    """The code challenge of method S256 (RFC 7636, section 4.2)."""
    digest = sha256(verifier.encode("ascii")).digest()
    return urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def ask_consent(
    provider: Provider,
    client_id: str,
    redirect_uri: str,
    scopes: Sequence[str] = (),
    *,
    allow_http: bool = False,
) -> Consent:
    """A new question, with a state and a verifier of its own (RFC 6749, section 4.1.1).

    Raises :class:`ConfigurationError` where the provider has no authorization endpoint, or one that
    is not encrypted.
    """
    if not provider.authorization_url:
        raise ConfigurationError("there is no authorization URL: give the issuer")
    address = split_url(provider.authorization_url).encrypted(allow_http=allow_http)
    state, verifier = secrets.token_urlsafe(32), new_verifier()
    fields = {
        "response_type": "code",
        "client_id": client_id,
        "redirect_uri": redirect_uri,
        "state": state,
        "code_challenge": challenge_of(verifier),
        "code_challenge_method": "S256",
    }
    if scopes:
        fields["scope"] = " ".join(scopes)
    # The endpoint's own query is kept (RFC 6749, section 3.1).
    mark = "&" if address.query else "?"
    url = f"{address.origin.text}{address.target}{mark}{urlencode(fields)}"
    return Consent(url, provider, redirect_uri, state, verifier)


def code_of(consent: Consent, query: str) -> str:
    """The code in the query of the redirect that answers ``consent``.

    Raises :class:`AuthorizationAnswerError` where state (compared in constant time) or issuer
    (RFC 9207) are not ours, and :class:`AuthorizationRefusedError` for an error of the server.
    """
    fields = _fields(query)
    if not compare_digest(fields.get("state", "").encode(), consent.state.encode()):
        raise AuthorizationAnswerError("the answer has another state: it is not to our question")
    _check_issuer(consent.provider, fields.get("iss"))
    if "error" in fields:
        raise _refused(fields)
    if not fields.get("code"):
        raise AuthorizationAnswerError("the answer holds neither a code nor an error")
    return fields["code"]


def _fields(query: str) -> dict[str, str]:
    try:
        pairs = parse_qsl(query, keep_blank_values=True, max_num_fields=50, errors="strict")
    except ValueError:
        raise AuthorizationAnswerError("the answer cannot be read") from None
    fields = dict(pairs)
    if len(fields) != len(pairs):
        raise AuthorizationAnswerError("the answer says the same thing twice")
    return fields


def _check_issuer(provider: Provider, named: str | None) -> None:
    if not provider.issuer or (named is None and not provider.names_itself):
        return
    if named != provider.issuer:
        raise AuthorizationAnswerError(
            f"the answer does not come from {provider.issuer}: it names"
            f" {shown(named) if named else 'no issuer'}"
        )


def _refused(fields: dict[str, str]) -> AuthorizationRefusedError:
    code, described = shown(fields["error"]), shown(fields.get("error_description", ""))
    words = ": ".join(each for each in (code, described) if each)
    return AuthorizationRefusedError(
        f"the authorization server refused ({words})", vendor_code=code, vendor_message=described
    )


def exchange(
    consent: Consent,
    code: str,
    application: Application,
    ends_at: float,
    *,
    allow_http: bool = False,
) -> Effects[Tokens]:
    """The tokens for a code (RFC 6749, section 4.1.3). ``ends_at`` is in monotonic seconds.

    Raises what a refusal of the token endpoint is, a :class:`BadRequestError` mostly.
    """
    if not consent.provider.token_url:
        raise ConfigurationError("there is no token URL: give the issuer")
    form = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": consent.redirect_uri,
        "code_verifier": consent.verifier,
    }
    reply: HttpReply = yield form_request(
        consent.provider.token_url, form, application, ends_at, allow_http=allow_http
    )
    return read_tokens(reply, (application.client_secret, code, consent.verifier))
