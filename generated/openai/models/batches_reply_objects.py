"""Models of batches reply objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .metadata import Metadata

# fmt: off
BatchStatus: TypeAlias = "Literal['validating', 'failed', 'in_progress', 'finalizing', 'completed', 'expired', 'cancelling', 'cancelled'] | str"
# fmt: on


class Batch(Model):
    id: str
    object: Literal["batch"] | str
    endpoint: str
    input_file_id: str
    completion_window: str
    status: BatchStatus
    output_file_id: str | None = None
    """The file with the answers."""
    error_file_id: str | None = None
    """The file with what failed."""
    created_at: int
    completed_at: int | None = None
    request_counts: BatchRequestCounts | None = None
    metadata: Metadata | None = None


class BatchRequestCounts(Model):
    total: int
    completed: int
    failed: int


class ListBatchesReply(Model):
    object: Literal["list"] | str
    data: list[Batch]
    """The batches of this page."""
    first_id: str | None = None
    last_id: str | None = None
    has_more: bool
