"""A cache of replies (extra ``cache``) as transports: RFC 9111 by hishel, and our own two additions.

What hishel sees, and a storage keeps, is a disguised request: keyed digests stand for its URL and for
every header field that may be a credential. So no credential lies on a disk, and two credentials never
share a reply. And when the vendor fails, a reply that has gone stale can be served instead (RFC 5861).
"""

from typing import TYPE_CHECKING

import httpx

try:
    from connector_runtime.client.http.caching.blocking import Caching
    from connector_runtime.client.http.caching.rules import Rules
    from connector_runtime.client.http.caching.tasks import AsyncCaching
except ModuleNotFoundError as missing:
    if missing.name not in ("hishel", "anysqlite"):
        raise
    raise ImportError("a cache needs: pip install 'connector-runtime[cache]'") from None

if TYPE_CHECKING:
    from hishel import AsyncBaseStorage, BaseStorage


def caching_transport(
    transport: httpx.BaseTransport | None = None,
    *,
    storage: "BaseStorage | None" = None,
    stale_if_error: float = 0,
    secret: bytes | None = None,
) -> httpx.BaseTransport:
    """A transport for the setting ``transport`` of a synchronous client, with a private cache.

    ``transport`` sends what the cache cannot answer; without one it is httpx's, and settings of the
    client such as ``proxy`` and ``verify`` are not for it. ``storage`` is one of hishel's, and stays
    open when the client is closed; without one, replies are kept in memory. ``stale_if_error`` is for
    how many seconds a reply that has gone stale still serves when the vendor cannot be reached, lets
    the request time out, or answers 5xx; such a reply has ``age`` and the extension
    ``stale_if_error`` (seconds). ``secret`` keys the digests: give the same one wherever a storage is
    to be shared with other processes or later runs, which otherwise find nothing there.

    Replies belong to one credential. A token that is renewed, or a signature that is new each time,
    finds none of the old ones. Raises :class:`ConfigurationError`.
    """
    return Caching(transport or httpx.HTTPTransport(), storage, Rules(stale_if_error, secret))


def async_caching_transport(
    transport: httpx.AsyncBaseTransport | None = None,
    *,
    storage: "AsyncBaseStorage | None" = None,
    stale_if_error: float = 0,
    secret: bytes | None = None,
) -> httpx.AsyncBaseTransport:
    """The same as :func:`caching_transport`, for an asynchronous client."""
    rules = Rules(stale_if_error, secret)
    return AsyncCaching(transport or httpx.AsyncHTTPTransport(), storage, rules)
