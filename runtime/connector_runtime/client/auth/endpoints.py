"""Requests to an authorization server, and what it answers: plain values, the same for all grants."""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast
from urllib.parse import quote_plus, urlencode

from connector_runtime.client.credentials import Confidential
from connector_runtime.client.errors import APIStatusError, ReplyError, family_of
from connector_runtime.client.messages import Content, HttpReply, HttpRequest
from connector_runtime.client.redaction import redact_text
from connector_runtime.client.servers import split_url

CONNECT_WITHIN = 5.0
REPLY_LIMIT = 1_048_576
"""Most bytes of an answer: metadata and tokens are small."""
_UNSAID = 300.0
"""Lifetime of a token whose lifetime the vendor does not tell."""
_LONGEST = 31_536_000.0
_SHOWN = 300
"""Most characters of a server's own words in a message."""


@dataclass(frozen=True, slots=True, repr=False)
class Application(Confidential):
    """A client in the sense of RFC 6749; without a secret it is a public one."""

    client_id: str
    client_secret: str = ""
    in_body: bool = False
    """Whether id and secret stand in the form, and not in HTTP Basic."""


@dataclass(frozen=True, slots=True, repr=False)
class Tokens(Confidential):
    """A successful answer of a token endpoint (RFC 6749, section 5.1)."""

    access_token: str
    seconds: float
    """How long the access token is valid from now on."""
    refresh_token: str = ""
    """Empty: there is none, or the one before stays valid."""
    scope: str = ""


def form_request(
    url: str,
    form: Mapping[str, str],
    application: Application,
    ends_at: float,
    *,
    allow_http: bool = False,
) -> HttpRequest:
    """A form for an endpoint, with the application's authentication (RFC 6749, section 2.3.1).

    A public client is named in the form. Raises :class:`ConfigurationError` where the URL is none,
    or is not encrypted. ``ends_at`` is in monotonic seconds.
    """
    fields = dict(form)
    headers = [(b"Content-Type", b"application/x-www-form-urlencoded")]
    if application.in_body or not application.client_secret:
        fields["client_id"] = application.client_id
        if application.client_secret:
            fields["client_secret"] = application.client_secret
    else:
        parts = (quote_plus(application.client_id), quote_plus(application.client_secret))
        headers.append((b"Authorization", b"Basic " + b64encode(":".join(parts).encode())))
    content = urlencode(fields).encode("ascii")
    headers.append((b"Content-Length", b"%d" % len(content)))
    return _request("POST", url, headers, content, ends_at, allow_http)


def document_request(url: str, ends_at: float, *, allow_http: bool = False) -> HttpRequest:
    """A GET for a JSON document. Raises :class:`ConfigurationError` like :func:`form_request`."""
    return _request("GET", url, [], None, ends_at, allow_http)


def _request(
    method: str,
    url: str,
    headers: Iterable[tuple[bytes, bytes]],
    content: Content,
    ends_at: float,
    allow_http: bool,
) -> HttpRequest:
    address = split_url(url).encrypted(allow_http=allow_http)
    host = (b"Host", address.origin.authority.encode("ascii"))
    fields = [host, (b"Accept", b"application/json"), *headers]
    return HttpRequest(
        method,
        address.origin,
        address.target,
        fields,
        content,
        ends_at,
        CONNECT_WITHIN,
        REPLY_LIMIT,
    )


def read_tokens(reply: HttpReply, secrets: Iterable[str] = ()) -> Tokens:
    """The tokens of an answer. Raises what :func:`refusal` makes, or :class:`ReplyError`.

    ``secrets`` are those of the request; they are kept out of errors.
    """
    answer = json_object(reply)
    if answer is None and reply.status == 200:
        raise ReplyError("the token endpoint's answer is not JSON")
    answer = answer or {}
    token = answer.get("access_token")
    if reply.status != 200 or not isinstance(token, str) or not token:
        raise refusal(reply, "the token endpoint", "and gave no access token", secrets)
    return Tokens(
        token,
        _seconds(answer.get("expires_in")),
        _text(answer, "refresh_token"),
        _text(answer, "scope"),
    )


def refusal(
    reply: HttpReply, endpoint: str, outcome: str, secrets: Iterable[str] = ()
) -> APIStatusError:
    """The error of an endpoint's answer (RFC 6749, section 5.2), in the family of its status."""
    hidden = [each for each in secrets if each]
    answer = json_object(reply) or {}
    code = redact_text(_text(answer, "error"), hidden)
    described = redact_text(_text(answer, "error_description"), hidden)
    words = ": ".join(each for each in (shown(code), shown(described)) if each)
    return family_of(reply.status if reply.status >= 400 else 401)(
        f"{endpoint} answered {reply.status}{f' ({words})' if words else ''} {outcome}",
        status_code=reply.status,
        headers=reply.headers,
        vendor_code=code,
        vendor_message=described,
        retryable=reply.status >= 500,
    )


def json_object(reply: HttpReply) -> dict[str, Any] | None:
    """The answer's JSON object; None where it is something else."""
    try:
        answer: Any = json.loads(reply.content)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", answer) if isinstance(answer, dict) else None


def shown(text: str) -> str:
    """A server's words as they can stand in a line: a terminal must not obey them."""
    return "".join(each if each.isprintable() else " " for each in text[:_SHOWN]).strip()


def _text(answer: Mapping[str, Any], name: str) -> str:
    value = answer.get(name)
    return value if isinstance(value, str) else ""


def _seconds(lifetime: Any) -> float:
    try:
        seconds = float(lifetime)
    except (TypeError, ValueError):
        return _UNSAID
    return min(seconds, _LONGEST) if seconds > 0 else _UNSAID
