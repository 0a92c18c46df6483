"""Models of channel list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .channel import Channel
    from .response_metadata import ResponseMetadata


class ChannelList(Model):
    ok: bool
    channels: list[Channel]
    response_metadata: ResponseMetadata | None = None
