"""Models of error reply."""

from __future__ import annotations

from typing import Literal, TypeAlias

from connector_runtime.client import Model

# fmt: off
ErrorType: TypeAlias = "Literal['api_error', 'card_error', 'idempotency_error', 'invalid_request_error'] | str"
# fmt: on


class ErrorReply(Model):
    error: Error


class Error(Model):
    type: ErrorType
    """The kind of error."""
    code: str | None = None
    """A word for programs."""
    message: str | None = None
    """A sentence for people."""
    param: str | None = None
    """The parameter that is wrong."""
    decline_code: str | None = None
    """Why the issuer declined."""
    doc_url: str | None = None
    """Where to read more."""
    request_log_url: str | None = None
    """The request in the dashboard."""
