"""Models of story page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .next_page import NextPage
    from .story import Story


class StoryPage(Model):
    data: list[Story]
    next_page: NextPage | None = None
