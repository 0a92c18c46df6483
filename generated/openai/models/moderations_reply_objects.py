"""Models of moderations reply objects."""

from __future__ import annotations

from connector_runtime.client import Model


class Moderation(Model):
    flagged: bool
    """Whether anything was found."""
    categories: dict[str, bool | None]
    """What was found."""
    category_scores: dict[str, float]
    """How sure, from 0 to 1."""


class CreateModerationReply(Model):
    id: str
    model: str
    results: list[Moderation]
