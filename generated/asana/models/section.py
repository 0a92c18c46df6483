"""Models of section."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .reference import Reference


class Section(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    name: str | None = None
    created_at: datetime | None = None
    project: Reference | None = None
