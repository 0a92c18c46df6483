"""What an authorization server says about itself: OpenID Connect Discovery 1.0 and RFC 8414."""

from collections.abc import Mapping
from typing import Any, NamedTuple, cast

from connector_runtime.client.auth.endpoints import document_request, json_object, shown
from connector_runtime.client.codes import ErrorCode
from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import APIError, ConfigurationError
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.servers import split_url

_OPENID = "/.well-known/openid-configuration"
_OAUTH = "/.well-known/oauth-authorization-server"


class Provider(NamedTuple):
    """An authorization server: where consent, tokens and revocation are asked for."""

    authorization_url: str = ""
    token_url: str = ""
    revocation_url: str = ""
    issuer: str = ""
    """Empty where only a description speaks of it."""
    names_itself: bool = False
    """Whether it puts its issuer into every answer (RFC 9207)."""
    client_in_body: bool = False
    """Whether it takes the client's secret in the form alone, and not by HTTP Basic."""
    scopes: tuple[str, ...] = ()
    """Those that it says it knows."""


class DiscoveryError(APIError):
    """There is no metadata, or it is not of the issuer that was asked."""

    code: ErrorCode = "DISCOVERY_FAILED"


def discover(issuer: str, ends_at: float, *, allow_http: bool = False) -> Effects[Provider]:
    """The metadata of an issuer, by OpenID Connect Discovery, else by RFC 8414.

    ``ends_at`` is in monotonic seconds. Raises :class:`DiscoveryError` where there is none or where
    it names another issuer, and :class:`ConfigurationError` where an URL is not encrypted.
    """
    document: dict[str, Any] | None = None
    for url in metadata_urls(issuer):
        document = yield from _document(url, ends_at, allow_http)
        if document is not None:
            break
    if document is None:
        raise DiscoveryError(f"{shown(issuer)} publishes no metadata (OpenID Connect, RFC 8414)")
    return read_metadata(document, (issuer,), allow_http=allow_http)


def discover_at(url: str, ends_at: float, *, allow_http: bool = False) -> Effects[Provider]:
    """The metadata at the ``openIdConnectUrl`` of a description. Raises like :func:`discover`.

    The URL does not tell whether the issuer ends with a slash: either is its own.
    """
    prefix, found, _ = url.partition(_OPENID)
    if not found:
        return (yield from discover(url, ends_at, allow_http=allow_http))
    document = yield from _document(url, ends_at, allow_http)
    if document is None:
        raise DiscoveryError(f"there is no metadata at {shown(url)}")
    return read_metadata(document, (prefix, f"{prefix}/"), allow_http=allow_http)


def metadata_urls(issuer: str) -> tuple[str, str]:
    """Where an issuer publishes its metadata: behind its path, and (RFC 8414) before it."""
    address = split_url(issuer)
    if address.query:
        raise ConfigurationError("an issuer has no query")
    path = address.path.rstrip("/")
    return address.origin.text + path + _OPENID, address.origin.text + _OAUTH + path


def _document(url: str, ends_at: float, allow_http: bool) -> Effects[dict[str, Any] | None]:
    """The document; None where the server has none. Redirects are not followed."""
    reply: HttpReply = yield document_request(url, ends_at, allow_http=allow_http)
    if reply.status >= 500:
        raise DiscoveryError(f"{shown(url)} answered {reply.status}")
    return json_object(reply) if reply.status == 200 else None


def read_metadata(
    document: Mapping[str, Any], issuers: tuple[str, ...], *, allow_http: bool = False
) -> Provider:
    """A metadata document (RFC 8414, section 2), checked: it is of one of these issuers, to the
    letter, and its endpoints are encrypted. Raises like :func:`discover`."""
    issuer = document.get("issuer")
    if issuer not in issuers:
        raise DiscoveryError(
            f"the metadata is of {shown(str(issuer))}, and not of {shown(issuers[0])}"
        )
    methods = _texts(document, "token_endpoint_auth_methods_supported")
    return Provider(
        authorization_url=_endpoint(document, "authorization_endpoint", allow_http),
        token_url=_endpoint(document, "token_endpoint", allow_http),
        revocation_url=_endpoint(document, "revocation_endpoint", allow_http),
        issuer=str(issuer),
        names_itself=document.get("authorization_response_iss_parameter_supported") is True,
        client_in_body="client_secret_post" in methods and "client_secret_basic" not in methods,
        scopes=_texts(document, "scopes_supported"),
    )


def _endpoint(document: Mapping[str, Any], name: str, allow_http: bool) -> str:
    url = document.get(name)
    if not isinstance(url, str) or not url:
        return ""
    split_url(url).encrypted(allow_http=allow_http)
    return url


def _texts(document: Mapping[str, Any], name: str) -> tuple[str, ...]:
    values = document.get(name)
    if not isinstance(values, list):
        return ()
    return tuple(each for each in cast("list[Any]", values) if isinstance(each, str))
