"""Models of thread page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .message import Message


class Thread(Model):
    id: str
    """The conversation's identifier."""
    snippet: str | None = None
    history_id: str | None = Field(default=None, alias="historyId")
    messages: list[Message] | None = None


class ThreadPage(Model):
    threads: list[Thread] | None = None
    next_page_token: str | None = Field(default=None, alias="nextPageToken")
    result_size_estimate: int | None = Field(default=None, alias="resultSizeEstimate")
