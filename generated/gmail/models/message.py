"""Models of message."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class MessageHeader(Model):
    name: str
    value: str


class MessageBody(Model):
    attachment_id: str | None = Field(default=None, alias="attachmentId")
    """Where the rest is; of large parts."""
    size: int | None = None
    data: str | None = None
    """In base64url."""


class MessagePart(Model):
    part_id: str | None = Field(default=None, alias="partId")
    mime_type: str | None = Field(default=None, alias="mimeType")
    filename: str | None = None
    headers: list[MessageHeader] | None = None
    body: MessageBody | None = None
    parts: list[MessagePart] | None = None


class Message(Model):
    id: str
    """The message's identifier."""
    thread_id: str = Field(alias="threadId")
    """The conversation it belongs to."""
    label_ids: list[str] | None = Field(default=None, alias="labelIds")
    snippet: str | None = None
    """How it begins."""
    history_id: str | None = Field(default=None, alias="historyId")
    internal_date: str | None = Field(default=None, alias="internalDate")
    """When it came, in milliseconds since 1970."""
    size_estimate: int | None = Field(default=None, alias="sizeEstimate")
    payload: MessagePart | None = None
    raw: str | None = None
    """The whole email as RFC 2822 says"""
