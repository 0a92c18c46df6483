"""Models of failure."""

from __future__ import annotations

from connector_runtime.client import Model


class Failure(Model):
    errors: list[Error]


class Error(Model):
    message: str
    help: str | None = None
    phrase: str | None = None
    """What support asks for."""
