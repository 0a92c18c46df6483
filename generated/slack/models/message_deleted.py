"""Models of message deleted."""

from __future__ import annotations

from connector_runtime.client import Model


class MessageDeleted(Model):
    ok: bool
    channel: str
    ts: str
    """The time stamp that identifies the message."""
