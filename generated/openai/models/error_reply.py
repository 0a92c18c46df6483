"""Models of error reply."""

from __future__ import annotations

from connector_runtime.client import Model


class ErrorReply(Model):
    error: Error


class Error(Model):
    message: str
    """What went wrong, for people."""
    type: str | None = None
    """The kind of problem."""
    param: str | None = None
    """The argument at fault."""
    code: str | None = None
    """What went wrong, for programs."""
