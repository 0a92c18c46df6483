"""Models of message."""

from __future__ import annotations

from typing import Any

from connector_runtime.client import Model


class Message(Model):
    type: str
    ts: str
    """The time stamp that identifies the message."""
    text: str | None = None
    user: str | None = None
    bot_id: str | None = None
    thread_ts: str | None = None
    reply_count: int | None = None
    reactions: list[Reaction] | None = None
    blocks: list[dict[str, Any]] | None = None


class Reaction(Model):
    name: str
    count: int | None = None
    users: list[str] | None = None
