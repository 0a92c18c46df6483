"""Answers: JSON, and errors in the envelope that programs know, with the request's id."""

import json
import math
from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response
from pydantic_core import PydanticSerializationError, to_json

from connector_runtime.client.codes import ErrorCode
from connector_runtime.client.errors import ConnectorError
from connector_runtime.errors import PlatformError, envelope, status_of

_RETRY_AFTER = 1.0
"""Seconds, where an error says that trying again helps and not when."""


def answer(
    body: Mapping[str, Any], status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """A JSON answer; what a custom service returned and JSON cannot say is written as text."""
    return Response(_json(body), status, headers, media_type="application/json")


def failure(request: Request, error: PlatformError | ConnectorError) -> Response:
    """The answer that tells of an error: its envelope, its status, and when to come again."""
    status = status_of(error)
    headers = _headers(error, status)
    return answer({**envelope(error), "request_id": id_of(request)}, status, headers)


def refusal(
    request_id: str,
    status: int,
    code: ErrorCode,
    text: str,
    *,
    details: Mapping[str, Any] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The same envelope for what has no error of its own."""
    body: dict[str, Any] = {"status": "error", "error": text, "code": code, "retryable": False}
    if details:
        body["details"] = dict(details)
    return answer({**body, "request_id": request_id}, status, headers)


def id_of(request: Request) -> str:
    """The id under which the request is found in the logs."""
    found: str = request.scope["state"]["request_id"]
    return found


def _headers(error: PlatformError | ConnectorError, status: int) -> dict[str, str]:
    headers: dict[str, str] = {}
    wait: float | None = getattr(error, "retry_after", None)
    if wait is None and status in (429, 503):
        wait = _RETRY_AFTER
    if wait is not None:
        headers["Retry-After"] = str(max(1, math.ceil(wait)))
    if status == 429 and isinstance(error, PlatformError):
        headers["RateLimit-Limit"] = str(error.details.get("limit", 0))
        headers["RateLimit-Remaining"] = "0"
        headers["RateLimit-Reset"] = headers["Retry-After"]
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    return headers


def _json(body: Mapping[str, Any]) -> bytes:
    try:
        return to_json(body, inf_nan_mode="null", serialize_unknown=True) + b"\n"
    except PydanticSerializationError:
        # A text of a vendor with half a surrogate pair: no UTF-8 has it, an escape does.
        return json.dumps(body, default=str).encode() + b"\n"
