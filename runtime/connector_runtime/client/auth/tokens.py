"""OAuth2 access tokens as effects: one fetch at a time, whoever asks, in threads and in tasks."""

from collections.abc import Callable

from connector_runtime.client.auth.endpoints import (
    Application,
    Tokens,
    form_request,
    read_tokens,
)
from connector_runtime.client.clock import Clock
from connector_runtime.client.credentials import OAuth2Grant
from connector_runtime.client.effects import Effects, Sleep
from connector_runtime.client.errors import (
    APIStatusError,
    ConfigurationError,
    DeadlineExceededError,
)
from connector_runtime.client.messages import HttpReply

_WAIT = 0.01
"""Seconds between two looks at a token that another call is fetching."""
_MARGIN = 30.0
"""A token is not used in its last seconds: it must survive the way to the vendor."""


def access_token(
    grant: OAuth2Grant,
    find_url: Callable[[], Effects[str]],
    clock: Clock,
    ends_at: float,
    *,
    allow_http: bool = False,
) -> Effects[str]:
    """The grant's token, fetched when there is none. ``ends_at`` is the deadline of the call.

    ``find_url`` is asked where, when the grant itself does not say. Raises
    :class:`DeadlineExceededError`, :class:`ConfigurationError`, and what the endpoint's refusal is.
    """
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
            url = grant.token_url or (yield from find_url())
            tokens = yield from _fetched(grant, url, ends_at, allow_http=allow_http)
            until = clock.monotonic() + usable_seconds(tokens)
            grant.remember(tokens.access_token, until, tokens.refresh_token)
            token = tokens.access_token
    finally:
        grant.lock.release()
    return token


def _fetched(grant: OAuth2Grant, url: str, ends_at: float, *, allow_http: bool) -> Effects[Tokens]:
    if not url:
        raise ConfigurationError("the description names no token URL: give the grant a token_url")
    client_id, client_secret = grant.client
    application = Application(client_id, client_secret, grant.client_in_body)
    form = grant.form()
    reply: HttpReply = yield form_request(url, form, application, ends_at, allow_http=allow_http)
    try:
        return read_tokens(reply, (client_secret, form.get("refresh_token", "")))
    except APIStatusError as error:
        if grant.advice and not error.retryable:
            error.message = f"{error.message}: {grant.advice}"
        raise


def usable_seconds(tokens: Tokens) -> float:
    """How long an access token is used from now on: not in its last seconds."""
    return tokens.seconds - min(_MARGIN, tokens.seconds / 2)
