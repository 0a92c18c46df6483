"""Models of response text delta."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class ResponseTextDelta(Model):
    type: Literal["response.output_text.delta"] | str
    sequence_number: int
    item_id: str
    output_index: int
    content_index: int
    delta: str
    """The next words."""
