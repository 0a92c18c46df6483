"""Models of story."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .reference import Reference


class Story(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    resource_subtype: str | None = None
    type: Literal["comment", "system"] | str | None = None
    text: str | None = None
    html_text: str | None = None
    is_pinned: bool | None = None
    created_at: datetime | None = None
    created_by: Reference | None = None
