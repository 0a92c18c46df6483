"""What the caching transports decide alike: what the cache may see, and when stale is good enough."""

import os
import re
from collections.abc import Iterable, Mapping
from email.utils import formatdate, parsedate_to_datetime
from hashlib import blake2b
from typing import Any

import httpx
from hishel import CacheOptions, Entry, FromCache, Headers, IdleClient, Request

from connector_runtime.client.errors import ConfigurationError

_ORIGINAL = "connector_runtime.original"
MEMORY = 64 * 1024 * 1024
"""Most bytes of the storage that is made where none is given."""
_READS = frozenset({"GET", "HEAD"})
_CONDITIONS = frozenset({b"if-none-match", b"if-modified-since"})
_PLAIN = _CONDITIONS | {
    *(b"accept", b"accept-encoding", b"accept-language", b"cache-control", b"content-length"),
    *(b"content-type", b"host", b"if-match", b"if-range", b"if-unmodified-since", b"pragma"),
    *(b"range", b"user-agent"),
}
"""Fields that hold no credential. All others are disguised: an unknown one costs a hit, not a secret."""
_PER_REQUEST = frozenset(
    {
        *(b"b3", b"baggage", b"idempotency-key", b"request-id", b"sentry-trace", b"traceparent"),
        *(b"tracestate", b"x-amzn-trace-id", b"x-b3-parentspanid", b"x-b3-sampled"),
        *(b"x-b3-spanid", b"x-b3-traceid", b"x-correlation-id", b"x-request-id"),
    }
)
"""Fields that differ each time and say nothing about who asks."""


class VendorFailedError(Exception):
    """The vendor answered 5xx. hishel must not see it, for it drops what it could not check."""

    def __init__(self, response: httpx.Response) -> None:
        super().__init__(response.status_code)
        self.response = response


class Rules:
    """What both kinds of transports decide alike."""

    def __init__(self, stale_if_error: float, secret: bytes | None) -> None:
        if not stale_if_error >= 0:
            raise ConfigurationError("stale_if_error must be a number of seconds, 0 or more")
        self._limit = stale_if_error
        self._key = blake2b(secret or os.urandom(32)).digest()

    def _digest(self, *parts: bytes) -> str:
        return blake2b(b"\0".join(parts), key=self._key, digest_size=32).hexdigest()

    def disguised(self, request: httpx.Request) -> httpx.Request:
        """The request as the cache may see it."""
        fields = [(name.lower(), value) for name, value in request.headers.raw]
        hidden = [(name, value) for name, value in fields if name not in _PLAIN]
        who = sorted(name + b":" + value for name, value in hidden if name not in _PER_REQUEST)
        key = self._digest(str(request.url).encode(), *who)
        url = request.url
        return httpx.Request(
            request.method,
            httpx.URL(scheme=url.scheme, host=url.host, port=url.port, path=f"/{key}"),
            headers=[
                *(field for field in fields if field[0] in _PLAIN),
                *((name, self._digest(name, value).encode()) for name, value in hidden),
            ],
            extensions={**request.extensions, "caching": {"key": key}, _ORIGINAL: request},
        )

    def revealed(self, request: httpx.Request) -> httpx.Request:
        """The original request, with the conditions that the cache has put into its disguise."""
        original: httpx.Request = request.extensions[_ORIGINAL]
        kept = [field for field in original.headers.raw if field[0].lower() not in _CONDITIONS]
        added = [field for field in request.headers.raw if field[0].lower() in _CONDITIONS]
        extensions: dict[str, Any] = dict(original.extensions)
        if self._may_replace(original) and "timeout" in extensions:
            extensions["timeout"] = _shortened(extensions["timeout"])
        return httpx.Request(
            original.method,
            original.url,
            headers=[*kept, *added],
            stream=original.stream,
            extensions=extensions,
        )

    def checked(self, request: httpx.Request, response: httpx.Response) -> httpx.Response:
        """A reply of the vendor, dated (RFC 9110 section 6.6.1): its age is counted from there."""
        if response.status_code >= 500 and self._may_replace(request):
            raise VendorFailedError(response)
        if _seconds(response.headers.get("date", "")) is None:
            response.headers["date"] = formatdate(usegmt=True)
        return response

    def _may_replace(self, request: httpx.Request) -> bool:
        return self._limit > 0 and request.method in _READS

    def stale(self, request: httpx.Request, entries: list[Entry]) -> tuple[Entry, int] | None:
        """The stored reply to a disguised request, and for how many seconds it has been stale."""
        if not self._may_replace(request):
            return None
        asked = Request(request.method, str(request.url), Headers(_lists(request.headers)))
        options = CacheOptions(shared=False, allow_stale=True)
        state = IdleClient(options=options).next(asked, entries)
        if not isinstance(state, FromCache):
            return None
        headers = state.entry.response.headers
        seconds = max(int(headers["age"]) - _lifetime(headers), 0)
        return (state.entry, seconds) if seconds <= self._limit else None


def _shortened(timeouts: Mapping[str, float | None]) -> dict[str, float | None]:
    """Timeouts that leave some of the attempt's time for an answer from the cache."""
    return {name: value and value * 0.9 for name, value in timeouts.items()}


def _lists(headers: httpx.Headers) -> dict[str, list[str]]:
    return {name: headers.get_list(name) for name in headers}


def _lifetime(headers: Headers) -> int:
    """For how many seconds a reply is fresh, where its vendor says so; 0 where it does not."""
    said = re.search(r'(?:^|[\s,])max-age="?(\d+)', headers.get("cache-control") or "", re.I)
    if said:
        return int(said[1])
    expires, date = (_seconds(headers.get(name) or "") for name in ("expires", "date"))
    return 0 if expires is None or date is None else int(expires - date)


def _seconds(date: str) -> float | None:
    """A date of HTTP as seconds since 1970."""
    try:
        return parsedate_to_datetime(date).timestamp()
    except (ValueError, OverflowError):
        return None


def response_of(entry: Entry, body: Iterable[bytes], seconds: int) -> httpx.Response:
    headers = entry.response.headers
    return httpx.Response(
        entry.response.status_code,
        headers=[
            (name.encode(), value.encode())
            for name in headers
            for value in headers.get_list(name) or ()
        ],
        stream=httpx.ByteStream(b"".join(body)),
        extensions={
            "caching": {"from_cache": True, "revalidated": False, "stored": False},
            "stale_if_error": seconds,
        },
    )
