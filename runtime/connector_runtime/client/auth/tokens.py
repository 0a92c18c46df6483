"""OAuth2 token requests as effects: one fetch at a time, whoever asks, in threads and in tasks."""

import json
from base64 import b64encode
from typing import Any, cast
from urllib.parse import quote_plus, urlencode

from connector_runtime.client.clock import Clock
from connector_runtime.client.credentials import OAuth2Grant
from connector_runtime.client.effects import Effects, Sleep
from connector_runtime.client.errors import (
    ConfigurationError,
    DeadlineExceededError,
    ReplyError,
    family_of,
)
from connector_runtime.client.messages import HttpReply, HttpRequest
from connector_runtime.client.servers import Server

_WAIT = 0.01
"""Seconds between two looks at a token that another call is fetching."""
_MARGIN = 30.0
"""A token is not used in its last seconds: it must survive the way to the vendor."""
_UNSAID = 300.0
"""Lifetime of a token whose lifetime the vendor does not tell."""
_LIMIT = 1_048_576


def access_token(
    grant: OAuth2Grant, token_url: str, clock: Clock, ends_at: float, *, allow_http: bool = False
) -> Effects[str]:
    """The grant's token, fetched when there is none. ``ends_at`` is the deadline of the call."""
    token = grant.token(clock.monotonic())
    if token:
        return token
    while not grant.lock.acquire(blocking=False):
        if clock.monotonic() >= ends_at:
            raise DeadlineExceededError("no access token came within the deadline", sent=False)
        yield Sleep(_WAIT)
    try:
        token = grant.token(clock.monotonic())
        if not token:
            request = _request(grant, token_url, ends_at, allow_http=allow_http)
            reply: HttpReply = yield request
            token = _keep(grant, reply, clock.monotonic())
    finally:
        grant.lock.release()
    return token


def _request(
    grant: OAuth2Grant, token_url: str, ends_at: float, *, allow_http: bool
) -> HttpRequest:
    url = grant.token_url or token_url
    if not url:
        raise ConfigurationError("the description names no token URL: give the grant a token_url")
    server = Server(url, allow_http=allow_http)
    form = grant.form()
    headers = [
        (b"Host", server.origin.authority.encode("ascii")),
        (b"Accept", b"application/json"),
        (b"Content-Type", b"application/x-www-form-urlencoded"),
    ]
    client_id, client_secret = grant.client
    if grant.client_in_body:
        form |= {"client_id": client_id, "client_secret": client_secret}
    else:
        pair = f"{quote_plus(client_id)}:{quote_plus(client_secret)}".encode()
        headers.append((b"Authorization", b"Basic " + b64encode(pair)))
    content = urlencode(form).encode("ascii")
    headers.append((b"Content-Length", b"%d" % len(content)))
    return HttpRequest(
        "POST", server.origin, server.prefix or "/", headers, content, ends_at, 5.0, _LIMIT
    )


def _keep(grant: OAuth2Grant, reply: HttpReply, now: float) -> str:
    answer = _answer(reply)
    token = answer.get("access_token")
    if reply.status != 200 or not isinstance(token, str) or not token:
        raise family_of(reply.status if reply.status >= 400 else 401)(
            f"the token endpoint answered {reply.status} and gave no access token",
            status_code=reply.status,
            headers=reply.headers,
            vendor_code=str(answer.get("error") or ""),
            vendor_message=str(answer.get("error_description") or ""),
            retryable=reply.status >= 500,
        )
    lifetime = answer.get("expires_in")
    seconds = _seconds(lifetime)
    grant.remember(
        token,
        now + seconds - min(_MARGIN, seconds / 2),
        str(answer.get("refresh_token") or ""),
    )
    return token


def _seconds(lifetime: Any) -> float:
    try:
        seconds = float(lifetime)
    except (TypeError, ValueError):
        return _UNSAID
    return min(seconds, 31_536_000.0) if seconds > 0 else _UNSAID


def _answer(reply: HttpReply) -> dict[str, Any]:
    try:
        answer: Any = json.loads(reply.content)
    except ValueError:
        if reply.status == 200:
            raise ReplyError("the token endpoint's answer is not JSON") from None
        return {}
    return cast("dict[str, Any]", answer) if isinstance(answer, dict) else {}
