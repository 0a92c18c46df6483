"""Models of channel."""

from __future__ import annotations

from connector_runtime.client import Model


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
