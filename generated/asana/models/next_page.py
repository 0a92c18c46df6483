"""Models of next page."""

from __future__ import annotations

from connector_runtime.client import Model


class NextPage(Model):
    offset: str
    """Where the next page begins."""
    path: str | None = None
    uri: str | None = None
