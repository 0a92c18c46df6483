"""Models of draft page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .message import Message


class Draft(Model):
    id: str
    """The draft's identifier."""
    message: Message | None = None


class DraftPage(Model):
    drafts: list[Draft] | None = None
    next_page_token: str | None = Field(default=None, alias="nextPageToken")
    result_size_estimate: int | None = Field(default=None, alias="resultSizeEstimate")
