"""Models of embeddings reply objects."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class Embedding(Model):
    object: Literal["embedding"] | str
    index: int
    """Which of the texts it belongs to."""
    embedding: list[float] | str
    """The vector; in base64 where that was asked for."""


class CreateEmbeddingReplyUsage(Model):
    prompt_tokens: int
    total_tokens: int


class CreateEmbeddingReply(Model):
    object: Literal["list"] | str
    data: list[Embedding]
    """The vectors, in the order of the texts."""
    model: str
    usage: CreateEmbeddingReplyUsage
