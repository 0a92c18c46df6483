"""Models of section page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .next_page import NextPage
    from .section import Section


class SectionPage(Model):
    data: list[Section]
    next_page: NextPage | None = None
