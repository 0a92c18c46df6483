"""Models of message sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .message import Message


class MessageSent(Model):
    ok: bool
    channel: str
    ts: str
    """The time stamp that identifies the message."""
    text: str | None = None
    message: Message | None = None
