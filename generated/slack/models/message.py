"""Models of message."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .response_metadata import ResponseMetadata


class Message(Model):
    type: str
    ts: str
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


class MessageSent(Model):
    ok: bool
    channel: str
    ts: str
    text: str | None = None
    message: Message | None = None


class MessageDeleted(Model):
    ok: bool
    channel: str
    ts: str


class MessageList(Model):
    ok: bool
    messages: list[Message]
    has_more: bool | None = None
    response_metadata: ResponseMetadata | None = None
