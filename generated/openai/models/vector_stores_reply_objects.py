"""Models of vector stores reply objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .metadata import Metadata


class VectorStore(Model):
    id: str
    object: Literal["vector_store"] | str
    created_at: int
    name: str
    usage_bytes: int
    """How large it is."""
    status: Literal["expired", "in_progress", "completed"] | str
    file_counts: VectorStoreFileCounts
    last_active_at: int | None = None
    metadata: Metadata | None = None


class VectorStoreFileCounts(Model):
    in_progress: int
    completed: int
    failed: int
    cancelled: int
    total: int


class ListVectorStoresReply(Model):
    object: str
    data: list[VectorStore]
    """The stores of this page."""
    first_id: str | None = None
    last_id: str | None = None
    has_more: bool
