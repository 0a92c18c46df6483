"""Which proxy a request goes through: the client's own, else what the environment says."""

import os
import sys
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.messages import Origin

_SCHEMES = {"http": 80, "https": 443, "socks5": 1080, "socks5h": 1080}


class Proxy(NamedTuple):
    """A proxy, taken apart; user and password are not shown."""

    scheme: str
    host: str
    port: int
    auth: tuple[str, str] | None = None

    def __repr__(self) -> str:
        return f"Proxy({self.scheme}://{self.host}:{self.port})"


def parse_proxy(url: str) -> Proxy:
    """A proxy's URL. Raises :class:`ConfigurationError`, without quoting it."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        scheme, host, port = parts.scheme.lower(), parts.hostname, parts.port
    except ValueError:
        raise ConfigurationError("the proxy's URL cannot be read") from None
    if scheme not in _SCHEMES or not host:
        known = ", ".join(_SCHEMES)
        raise ConfigurationError(f"a proxy is a URL with one of the schemes {known}")
    auth = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    return Proxy(scheme, host, port or _SCHEMES[scheme], auth)


class Proxies:
    """The choice by scheme and host, read once."""

    __slots__ = ("_by_scheme", "_direct")

    def __init__(self, proxy: str | None) -> None:
        if proxy is not None:
            self._by_scheme: Mapping[str, str] = {"http": proxy, "https": proxy}
            self._direct: tuple[str, ...] = ()
            return
        found = _environment()
        self._by_scheme = {
            scheme: found.get(scheme) or found.get("all") or "" for scheme in ("http", "https")
        }
        self._direct = tuple(
            name for part in found.get("no", "").split(",") if (name := part.strip().lower())
        )

    def of(self, origin: Origin) -> Proxy | None:
        """The proxy for requests to an origin, None for a direct connection."""
        url = self._by_scheme[origin.scheme]
        if not url or (self._direct and _matches(origin, self._direct)):
            return None
        return parse_proxy(url)


def _environment() -> Mapping[str, str]:
    """``HTTP_PROXY`` and its kin without the ending; the lower case spelling wins."""
    if sys.platform in ("win32", "darwin"):
        from urllib.request import getproxies

        return getproxies()
    found: dict[str, str] = {}
    for spelled in (str.upper, str.lower):
        for kind in ("http", "https", "all", "no"):
            name = spelled(f"{kind}_proxy")
            if name == "HTTP_PROXY" and "REQUEST_METHOD" in os.environ:
                continue  # set by a client's "Proxy:" header where this runs as a CGI program
            value = os.environ.get(name)
            if value is not None:
                found[kind] = value
    return found


def _matches(origin: Origin, direct: tuple[str, ...]) -> bool:
    return any(_matches_one(origin, name) for name in direct)


def _matches_one(origin: Origin, name: str) -> bool:
    if name == "*":
        return True
    if "/" in name:
        return _in_network(origin.host, name)
    host, _, port = name.rpartition(":") if name.count(":") == 1 else (name, "", "")
    if port and port != str(origin.effective_port):
        return False
    host = host.strip("[]").removeprefix("*").removeprefix(".")
    return origin.host == host or origin.host.endswith(f".{host}")


def _in_network(host: str, network: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host) in ipaddress.ip_network(network, strict=False)
    except ValueError:
        return False
