"""Models of message list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .message import Message
    from .response_metadata import ResponseMetadata


class MessageList(Model):
    ok: bool
    messages: list[Message]
    has_more: bool | None = None
    response_metadata: ResponseMetadata | None = None
