"""Models of channel reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .channel import Channel


class ChannelReply(Model):
    ok: bool
    channel: Channel
