"""Models of channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .response_metadata import ResponseMetadata


class Channel(Model):
    id: str
    name: str | None = None
    is_channel: bool | None = None
    is_private: bool | None = None
    is_archived: bool | None = None
    is_member: bool | None = None
    created: int | None = None
    creator: str | None = None
    num_members: int | None = None
    topic: ChannelText | None = None
    purpose: ChannelText | None = None


class ChannelText(Model):
    value: str
    creator: str | None = None
    last_set: int | None = None


class ChannelReply(Model):
    ok: bool
    channel: Channel


class ChannelList(Model):
    ok: bool
    channels: list[Channel]
    response_metadata: ResponseMetadata | None = None
