"""Whose request it is: the bearer key alone says so, before the body is read."""

import asyncio
import hashlib
import time
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, NamedTuple

from fastapi import Depends, Request, Response
from fastapi.routing import APIRoute
from fastapi.security import HTTPBearer

from connector_runtime.errors import AuthenticationFailedError
from connector_runtime.governance.authentication import Authentication, Identity

KEPT = 5.0
"""Seconds within which a key that was revoked, or whose agents were changed, is noticed."""
_MOST = 10_000
_LONGEST_KEY = 512

bearer = HTTPBearer(
    bearerFormat="ck_<id>_<secret>",
    description="A key of `connectors admin key add`. It belongs to one principal of one tenant.",
    auto_error=False,
)
"""For the document only: :class:`KeyedRoute` does it."""


class _Kept(NamedTuple):
    identity: Identity
    until: float


class Keys:
    """Tells whose a key is; keeps the answer for some seconds, by the key's hash."""

    def __init__(
        self, authentication: Authentication, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._authentication = authentication
        self._clock = clock
        self._kept: dict[bytes, _Kept] = {}

    async def identity(self, request: Request) -> Identity:
        """Who sent a request. Raises :class:`AuthenticationFailedError`, which never says why."""
        key = _key_of(request)
        name = hashlib.sha256(key.encode()).digest()
        kept = self._kept.get(name)
        if kept is not None and self._clock() < kept.until:
            return kept.identity
        identity = await asyncio.to_thread(self._authentication.identity, key)
        if len(self._kept) >= _MOST:
            self._kept.clear()
        self._kept[name] = _Kept(identity, self._clock() + KEPT)
        return identity


class KeyedRoute(APIRoute):
    """A route for who has a key: without one, not even the body is read."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """The handler behind the check."""
        handler = super().get_route_handler()

        async def checked(request: Request) -> Response:
            keys: Keys = request.app.state.keys
            request.state.identity = await keys.identity(request)
            return await handler(request)

        return checked


async def _caller(request: Request) -> Identity:
    identity: Identity = request.state.identity
    return identity


Caller = Annotated[Identity, Depends(_caller)]
"""Who sent the request, to a :class:`KeyedRoute`."""


def _key_of(request: Request) -> str:
    fields = request.headers.getlist("authorization")
    if len(fields) != 1:
        raise AuthenticationFailedError
    scheme, _, key = fields[0].partition(" ")
    key = key.strip()
    if scheme.lower() != "bearer" or not key.isascii() or not 0 < len(key) <= _LONGEST_KEY:
        raise AuthenticationFailedError
    return key
