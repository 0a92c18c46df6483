"""Models of deleted."""

from __future__ import annotations

from connector_runtime.client import Model


class Deleted(Model):
    id: str
    object: str | None = None
    deleted: bool
    """Whether it is gone."""
