"""Where a connector's calls go: the base URL, checked once and taken apart."""

import os
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, Self
from urllib.parse import quote, urldefrag, urljoin, urlsplit

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.messages import Origin
from connector_runtime.client.wire.problems import ArgumentError as WireArgumentError
from connector_runtime.client.wire.urls import check_base_url, server_url

_KEPT = ":/?#[]@!$&'()*+,;=%~"
"""What stays as it is in an URL that somebody else wrote; everything else is escaped."""


class Address(NamedTuple):
    """An absolute URL, taken apart."""

    origin: Origin
    path: str
    query: str

    @property
    def target(self) -> str:
        """Path and query as a request names them."""
        path = self.path or "/"
        return f"{path}?{self.query}" if self.query else path

    def encrypted(self, *, allow_http: bool) -> Self:
        """Itself, if it is https or this machine. Raises :class:`ConfigurationError`."""
        if self.origin.scheme == "http" and not allow_http and not is_loopback(self.origin.host):
            raise ConfigurationError(
                f"{self.origin.text} is not encrypted: use https, or say allow_http=True"
            )
        return self


class Server:
    """A base URL: its origin, and what stands before every path and query."""

    __slots__ = ("host_header", "origin", "prefix", "query")

    def __init__(self, url: str, *, allow_http: bool = False) -> None:
        self.origin, path, self.query = split_url(url).encrypted(allow_http=allow_http)
        self.prefix = path.rstrip("/")
        self.host_header = self.origin.authority.encode("ascii")

    def target(self, path: str, query: Sequence[str]) -> str:
        """Path and query of a request; empty pieces of the query are left out."""
        pieces = [piece for piece in (self.query, *query) if piece]
        return f"{self.prefix}{path}?{'&'.join(pieces)}" if pieces else self.prefix + path


def split_url(url: str) -> Address:
    """An absolute URL, taken apart. Raises :class:`ConfigurationError`."""
    try:
        check_base_url(url)
        parts = urlsplit(url)
        host = parts.hostname or ""
        ascii_host = host if host.isascii() else host.encode("idna").decode("ascii")
    except (WireArgumentError, UnicodeError) as problem:
        raise ConfigurationError(getattr(problem, "message", "the host is not a name")) from None
    return Address(Origin(parts.scheme.lower(), ascii_host, parts.port), parts.path, parts.query)


def resolved(url: str | bytes, base: str) -> Address:
    """An URL that a vendor names, as browsers read it: relative to ``base``, without its fragment,
    and what cannot stand in a request is escaped. Raises :class:`ConfigurationError`."""
    try:
        whole = urldefrag(urljoin(base, quote(url, safe=_KEPT))).url
    except ValueError:
        raise ConfigurationError("the URL cannot be read") from None
    return split_url(whole)


def is_loopback(host: str) -> bool:
    """Whether the host can only be this machine."""
    if host == "localhost" or host.endswith(".localhost") or host == "::1":
        return True
    parts = host.split(".")
    return len(parts) == 4 and parts[0] == "127" and all(part.isdigit() for part in parts)


def base_url_variable(connector: str) -> str:
    """The environment variable that replaces the servers of a connector."""
    return f"{connector.upper()}_BASE_URL"


def variable_of(connector: str, argument: str) -> str:
    """The environment variable that holds an argument of a connector's client."""
    return f"{connector}_{argument}".upper()


def chosen_url(
    connector: str,
    servers: Sequence[Mapping[str, Any]],
    arguments: Mapping[str, Any],
    base_url: str | None,
) -> str:
    """The given base URL, else that of the environment, else the first server described."""
    given = base_url or os.environ.get(base_url_variable(connector))
    if given:
        return given
    if not servers:
        url = ""
    else:
        try:
            url = server_url(servers[0], arguments)
        except WireArgumentError as problem:
            raise ConfigurationError(f"the server's URL: {problem}") from None
    if "://" not in url:
        raise ConfigurationError(
            f"the description names no complete server URL ({url!r}): pass base_url= or set"
            f" {base_url_variable(connector)}"
        )
    return url
