"""From a reply that says the call failed to the error that the caller gets."""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from connector_runtime.client.clock import Clock
from connector_runtime.client.errors import (
    APIStatusError,
    AuthenticationError,
    BadRequestError,
    ConflictError,
    NotFoundError,
    PermissionDeniedError,
    RateLimitError,
    ServerError,
    family_of,
)
from connector_runtime.client.messages import HttpReply
from connector_runtime.client.pointers import MISSING, find, find_text, tokens_of
from connector_runtime.client.redaction import redact_text
from connector_runtime.client.resilience.advice import retry_after_of
from connector_runtime.client.wire.decode import decode_text, utf8_json

_REQUEST_IDS = (
    "x-request-id",
    "request-id",
    "x-github-request-id",
    "x-ms-request-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-trace-id",
    "x-correlation-id",
    "cf-ray",
)
_RETRYABLE = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524, 529})
_CODES = ("/error/code", "/error/type", "/code", "/error", "/errors/0/code", "/error_code", "/type")
_MESSAGES = (
    "/error/message",
    "/message",
    "/error_description",
    "/detail",
    "/errors/0/message",
    "/errors/0/detail",
    "/errors/0",
    "/error",
    "/title",
    "/description",
)
_MEANINGS: tuple[tuple[type[APIStatusError], tuple[str, ...]], ...] = (
    (RateLimitError, ("ratelimit", "rate_limit", "too_many_requests", "throttl")),
    (NotFoundError, ("not_found", "notfound", "no_such", "unknown_")),
    (
        AuthenticationError,
        (
            "invalid_auth",
            "not_authed",
            "unauthorized",
            "unauthenticated",
            "token_",
            "account_inactive",
        ),
    ),
    (
        PermissionDeniedError,
        ("missing_scope", "permission", "not_allowed", "forbidden", "access_denied", "restricted"),
    ),
    (ConflictError, ("already_", "conflict", "name_taken", "duplicate")),
    (ServerError, ("internal_error", "fatal_error", "service_unavailable", "server_error")),
)
_LONGEST_MESSAGE = 500
_FORBIDDEN = 403
"""With a time to come back it is no refusal of rights but of more requests (GitHub's second limit)."""


class ErrorShape(NamedTuple):
    """Where the vendor's errors say what, and when a success is none."""

    code: str = ""
    message: str = ""
    when: tuple[str, ...] = ()
    when_value: Any = None
    hint: bytes = b""
    """Bytes without which no reply can be such an error; spares decoding the others."""


def error_shape(fact: Mapping[str, Any] | None) -> ErrorShape:
    """The fact ``error`` of an operation or a connector."""
    if not fact:
        return ErrorShape()
    when = tokens_of(fact.get("when_pointer") or "")
    return ErrorShape(
        code=fact.get("code") or "",
        message=fact.get("message") or "",
        when=when,
        when_value=fact.get("when_value"),
        hint=when[-1].encode() if when else b"",
    )


def failed_in_success(shape: ErrorShape, content: bytes) -> bool:
    """Whether the body of a 2xx reply says that the call failed."""
    if not shape.when or shape.hint not in content:
        return False
    value = find(_json(content, ""), shape.when)
    return value is not MISSING and value == shape.when_value


def request_id_of(headers: Mapping[str, str]) -> str:
    """The vendor's name of the request, for its support."""
    return next((headers[name] for name in _REQUEST_IDS if name in headers), "")


def status_error(
    shape: ErrorShape,
    reply: HttpReply,
    *,
    kind: str,
    clock: Clock,
    secrets: tuple[str, ...] = (),
    error: Any = None,
) -> APIStatusError:
    """The error for a reply; ``kind`` is what its content was taken for, ``error`` its model."""
    headers = reply.headers
    body = _body(reply, kind)
    code, message = _words(shape, body)
    message = redact_text(message, secrets)
    advice = retry_after_of(headers, clock)
    family = family_of(reply.status) if reply.status >= 300 else _by_meaning(code, message)
    if reply.status == _FORBIDDEN and advice is not None:
        family = RateLimitError
    vendor_retry = _vendor_retry(headers)
    passing = reply.status in _RETRYABLE or family is RateLimitError
    said = " ".join(part for part in (code, message and f"({message})") if part)
    return family(
        f"HTTP {reply.status}{': ' if said else ''}{said}",
        status_code=reply.status,
        headers=headers,
        body=body,
        error=error,
        vendor_code=code,
        vendor_message=message,
        request_id=request_id_of(headers),
        retryable=passing if vendor_retry is None else vendor_retry,
        retry_after=advice,
        vendor_retry=vendor_retry,
    )


def _vendor_retry(headers: Mapping[str, str]) -> bool | None:
    for name in ("x-should-retry", "stripe-should-retry"):
        said = headers.get(name, "").lower()
        if said in ("true", "false"):
            return said == "true"
    return None


def _by_meaning(code: str, message: str) -> type[APIStatusError]:
    """The family of an error that came with a status of success, by the vendor's words."""
    if len(code) == 3 and code.isdigit() and code[0] in "45":
        return family_of(int(code))
    words = (code or message).lower().replace(" ", "_").replace("-", "_")
    for family, parts in _MEANINGS:
        if any(part in words for part in parts):
            return family
    return BadRequestError


def _words(shape: ErrorShape, body: Any) -> tuple[str, str]:
    if isinstance(body, str):
        return "", "" if body.lstrip().startswith("<") else body.strip()[:_LONGEST_MESSAGE]
    code = find_text(body, shape.code) or _first(body, _CODES)
    message = find_text(body, shape.message) or _first(body, _MESSAGES)
    return code[:100], "" if message == code else message[:_LONGEST_MESSAGE]


def _first(body: Any, pointers: tuple[str, ...]) -> str:
    return next((text for pointer in pointers if (text := find_text(body, pointer))), "")


def _body(reply: HttpReply, kind: str) -> Any:
    content_type = reply.headers.get("content-type", "")
    if kind == "binary":
        return reply.content
    if kind == "json":
        document = _json(reply.content, content_type)
        if document is not MISSING:
            return document
    return decode_text(reply.content, content_type) if reply.content else None


def _json(content: bytes, content_type: str) -> Any:
    try:
        return json.loads(utf8_json(content, content_type))
    except (ValueError, RecursionError):
        return MISSING
