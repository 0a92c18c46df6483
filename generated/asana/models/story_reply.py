"""Models of story reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .story import Story


class StoryReply(Model):
    data: Story
