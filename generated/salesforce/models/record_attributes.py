"""Models of record attributes."""

from __future__ import annotations

from connector_runtime.client import Model


class RecordAttributes(Model):
    type: str | None = None
    """The kind of record."""
    url: str | None = None
    """The record's path."""
