"""Models of response metadata."""

from __future__ import annotations

from connector_runtime.client import Model


class ResponseMetadata(Model):
    next_cursor: str | None = None
    """Where the next page begins; empty on the last."""
    warnings: list[str] | None = None
