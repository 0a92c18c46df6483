"""Models of audio reply objects."""

from __future__ import annotations

from connector_runtime.client import Model


class CreateTranscriptionReply(Model):
    text: str
    """What was said."""
