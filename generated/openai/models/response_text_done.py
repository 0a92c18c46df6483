"""Models of response text done."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class ResponseTextDone(Model):
    type: Literal["response.output_text.done"] | str
    sequence_number: int
    item_id: str
    output_index: int
    content_index: int
    text: str
    """All words of the part."""
