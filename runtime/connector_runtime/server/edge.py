"""What holds for every request, whichever route it takes: its id, its size, its time, its log line."""

import asyncio
import logging
import re
import time
import traceback
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias
from uuid import uuid4

from fastapi import HTTPException, Response

from connector_runtime.server.answers import refusal

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
App: TypeAlias = Callable[[Scope, Receive, Send], Awaitable[None]]

_log = logging.getLogger("connector_runtime.server")
_access = logging.getLogger("connector_runtime.server.access")
_WELL_FORMED = re.compile(rb"[A-Za-z0-9._-]{1,64}")
_SECURITY = (
    (b"cache-control", b"no-store"),
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
)


class Edge:
    """The outermost layer. ``most_bytes`` is of a request's body; ``seconds`` are from its first
    line to the last of its answer.

    Nothing that a client sent is logged: only the route's template, never a path, a query, a header
    field or a body.
    """

    def __init__(self, app: App, *, most_bytes: int, seconds: float) -> None:
        self._app = app
        self._most_bytes = most_bytes
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = _request_id(scope)
        scope.setdefault("state", {})["request_id"] = request_id
        reply = _Reply(send, request_id)
        began = time.perf_counter()
        try:
            last = await self._answered(scope, receive, reply)
            if last is not None and not reply.status:
                await last(scope, receive, reply)
        finally:
            milliseconds = (time.perf_counter() - began) * 1000
            route = getattr(scope.get("route"), "path", "-")
            told = (request_id, _method(scope), route, reply.status, milliseconds)
            _access.info("%s %s %s %d %.1f ms", *told)

    async def _answered(self, scope: Scope, receive: Receive, reply: "_Reply") -> Response | None:
        """None where the application answered; else what is to be answered instead."""
        request_id = reply.request_id
        if _announced(scope) > self._most_bytes:
            return too_large(request_id, self._most_bytes)
        limit = asyncio.timeout(self._seconds)
        try:
            async with limit:
                await self._app(scope, _counted(receive, self._most_bytes), reply)
        except Exception as error:
            if limit.expired():
                return _too_late(request_id, self._seconds)
            # Without the error's text, which may hold anything.
            where = "".join(traceback.format_tb(error.__traceback__))
            _log.error("%s failed with %s at\n%s", request_id, type(error).__name__, where)
            return refusal(request_id, 500, "INTERNAL_ERROR", "Internal error")
        return None


class _Reply:
    """Sends the application's answer with our header fields."""

    def __init__(self, send: Send, request_id: str) -> None:
        self._send = send
        self.request_id = request_id
        self.status = 0
        """0: nothing is sent yet."""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            ours = ((b"x-request-id", self.request_id.encode()), *_SECURITY)
            message = {**message, "headers": [*message.get("headers", ()), *ours]}
        await self._send(message)


def too_large(request_id: str, most_bytes: int) -> Response:
    """The answer to a body that is larger than we take."""
    text = f"Request body larger than {most_bytes} bytes"
    return refusal(request_id, 413, "REQUEST_TOO_LARGE", text, headers={"Connection": "close"})


def _too_late(request_id: str, seconds: float) -> Response:
    text = f"No answer within {seconds:g} s; a workflow goes on, see GET /api/v1/runs"
    return refusal(request_id, 504, "DEADLINE_EXCEEDED", text)


def _counted(receive: Receive, most: int) -> Receive:
    left = most

    async def counted() -> Message:
        nonlocal left
        message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise HTTPException(413)
        return message

    return counted


def _announced(scope: Scope) -> int:
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return max((int(each) for each in lengths if each.isdigit()), default=0)


def _request_id(scope: Scope) -> str:
    given = [value for name, value in scope["headers"] if name == b"x-request-id"]
    if len(given) == 1 and _WELL_FORMED.fullmatch(given[0]):
        found: bytes = given[0]
        return found.decode()
    return uuid4().hex


def _method(scope: Scope) -> str:
    """A method may be any word, of any length."""
    method: str = scope["method"]
    return method if method in ("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE") else "-"
