"""Models of failure."""

from __future__ import annotations

from connector_runtime.client import Model


class Failure(Model):
    error: Error


class Error(Model):
    code: int
    message: str
    status: str | None = None
    """A word for programs, such as NOT_FOUND."""
    errors: list[ErrorReason] | None = None


class ErrorReason(Model):
    message: str | None = None
    domain: str | None = None
    reason: str | None = None
