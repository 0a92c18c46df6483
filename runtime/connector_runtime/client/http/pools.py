"""Connection pools: which pool serves an origin, by its scheme and proxy; made on first use."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from connector_runtime.client.http.proxies import Proxies, Proxy
from connector_runtime.client.http.tls import Certificate, Verify, tls_context
from connector_runtime.client.messages import Origin

if TYPE_CHECKING:
    import httpx

_P = TypeVar("_P")


class Connecting(NamedTuple):
    """The settings of a client's connections."""

    verify: Verify = True
    certificate: Certificate = None
    proxy: str | None = None
    limits: "httpx.Limits | None" = None

    def pool_settings(self) -> dict[str, Any]:
        """The limits as httpcore's pools take them; by default those of httpx."""
        limits = self.limits
        if limits is None:
            return {
                "max_connections": 100,
                "max_keepalive_connections": 20,
                "keepalive_expiry": 5.0,
            }
        return {
            "max_connections": limits.max_connections,
            "max_keepalive_connections": limits.max_keepalive_connections,
            "keepalive_expiry": limits.keepalive_expiry,
        }


class Pools(Generic[_P]):
    """The pools of one client. ``open_pool`` makes one for a proxy (or none) with its settings."""

    def __init__(
        self, connecting: Connecting, open_pool: Callable[[Proxy | None, dict[str, Any]], _P]
    ) -> None:
        self._connecting = connecting
        self._open_pool = open_pool
        self._proxies: Proxies | None = None
        self._by_origin: dict[Origin, _P] = {}
        self._by_way: dict[tuple[str, Proxy | None], _P] = {}
        self._lock = threading.Lock()

    def pool(self, origin: Origin) -> _P:
        """The pool for an origin."""
        pool = self._by_origin.get(origin)
        return self._found(origin) if pool is None else pool

    def _found(self, origin: Origin) -> _P:
        with self._lock:
            if self._proxies is None:
                self._proxies = Proxies(self._connecting.proxy)
            proxy = self._proxies.of(origin)
            pool = self._by_way.get((origin.scheme, proxy))
            if pool is None:
                pool = self._open_pool(proxy, self._settings(origin, proxy))
                self._by_way[origin.scheme, proxy] = pool
            if len(self._by_origin) < 256:
                self._by_origin[origin] = pool
        return pool

    def _settings(self, origin: Origin, proxy: Proxy | None) -> dict[str, Any]:
        settings = self._connecting.pool_settings()
        verify, certificate = self._connecting.verify, self._connecting.certificate
        if origin.scheme == "https":
            settings["ssl_context"] = tls_context(verify, certificate)
        if proxy is not None:
            settings["proxy_url"] = f"{proxy.scheme}://{_host(proxy)}:{proxy.port}"
            if proxy.auth:
                settings["proxy_auth"] = proxy.auth
            if proxy.scheme == "https":
                settings["proxy_ssl_context"] = tls_context(verify, None)
        return settings

    def drain(self) -> list[_P]:
        """All pools, which are no longer ours: the caller closes them."""
        with self._lock:
            pools = list(self._by_way.values())
            self._by_way.clear()
            self._by_origin.clear()
        return pools


def _host(proxy: Proxy) -> str:
    return f"[{proxy.host}]" if ":" in proxy.host else proxy.host
