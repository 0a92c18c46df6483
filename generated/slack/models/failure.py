"""Models of failure."""

from __future__ import annotations

from connector_runtime.client import Model


class Failure(Model):
    ok: bool
    error: str
    """A word for programs, such as channel_not_found."""
    needed: str | None = None
    """The scope that is missing."""
    provided: str | None = None
    """The scopes the token has."""
