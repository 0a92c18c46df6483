"""Models of reference."""

from __future__ import annotations

from connector_runtime.client import Model


class Reference(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    name: str | None = None
