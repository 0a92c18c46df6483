"""Redirects: where they lead, and what is carried along (RFC 9110, section 15.4)."""

from collections.abc import Collection

from connector_runtime.client.errors import APIError, ConfigurationError
from connector_runtime.client.messages import HttpReply, HttpRequest, Origin
from connector_runtime.client.prepared import Field
from connector_runtime.client.redaction import is_secret_name
from connector_runtime.client.servers import Address, resolved

MOST = 5
"""How many redirects a GET or HEAD follows."""
_STATUSES = frozenset({301, 302, 303, 307, 308})


def location_of(reply: HttpReply) -> str:
    """Where a reply sends its reader; empty where it does not."""
    return reply.headers.get("location", "") if reply.status in _STATUSES else ""


def redirected(
    request: HttpRequest,
    location: str,
    *,
    home: Origin,
    secret_names: Collection[str],
    allow_http: bool,
) -> HttpRequest:
    """The request that a redirect asks for. Raises :class:`APIError` where it is not followed.

    Credentials are for ``home`` alone: the caller's own header fields too, by what they are called.
    """
    try:
        address = _address(location, request, allow_http)
    except ConfigurationError as problem:
        raise APIError(f"a redirect is not followed: {problem}") from None
    headers = _addressed(request.headers, address.origin)
    if not address.origin.same_as(home):
        headers = [field for field in headers if not _is_secret(field, secret_names)]
    return request._replace(origin=address.origin, target=address.target, headers=headers)


def _address(location: str, request: HttpRequest, allow_http: bool) -> Address:
    address = resolved(location.encode("latin-1"), request.url)
    if request.origin.scheme == "https" and address.origin.scheme == "http" and not allow_http:
        raise ConfigurationError(f"{address.origin.text} is not encrypted")
    return address.encrypted(allow_http=allow_http)


def _addressed(headers: list[Field], origin: Origin) -> list[Field]:
    host = origin.authority.encode("ascii")
    return [(name, host if name.lower() == b"host" else value) for name, value in headers]


def _is_secret(field: Field, secret_names: Collection[str]) -> bool:
    name = field[0].decode("latin-1").lower()
    return name in secret_names or is_secret_name(name)
