"""Models of label list."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model
from pydantic import Field


class LabelColor(Model):
    text_color: str | None = Field(default=None, alias="textColor")
    background_color: str | None = Field(default=None, alias="backgroundColor")


class Label(Model):
    id: str
    """The label's identifier."""
    name: str
    type: Literal["system", "user"] | str | None = None
    message_list_visibility: Literal["show", "hide"] | str | None = Field(
        default=None, alias="messageListVisibility"
    )
    """Whether messages show it."""
    label_list_visibility: Literal["labelShow", "labelShowIfUnread", "labelHide"] | str | None = (
        Field(default=None, alias="labelListVisibility")
    )
    """Whether the list of labels shows it."""
    color: LabelColor | None = None
    messages_total: int | None = Field(default=None, alias="messagesTotal")
    messages_unread: int | None = Field(default=None, alias="messagesUnread")
    threads_total: int | None = Field(default=None, alias="threadsTotal")
    threads_unread: int | None = Field(default=None, alias="threadsUnread")


class LabelList(Model):
    labels: list[Label]
