"""Models of response usage."""

from __future__ import annotations

from connector_runtime.client import Model


class ResponseUsage(Model):
    input_tokens: int
    output_tokens: int
    total_tokens: int
    input_tokens_details: dict[str, int] | None = None
    output_tokens_details: dict[str, int] | None = None
