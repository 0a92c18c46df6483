"""Models of section reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .section import Section


class SectionReply(Model):
    data: Section
