"""Models of fine tuning reply objects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .metadata import Metadata

# fmt: off
FineTuningJobStatus: TypeAlias = "Literal['validating_files', 'queued', 'running', 'succeeded', 'failed', 'cancelled'] | str"
# fmt: on


class FineTuningJob(Model):
    id: str
    object: Literal["fine_tuning.job"] | str
    created_at: int
    finished_at: int | None = None
    model: str
    """What it started from."""
    fine_tuned_model: str | None = None
    """The new model, when it is done."""
    status: FineTuningJobStatus
    training_file: str
    validation_file: str | None = None
    result_files: list[str] | None = None
    trained_tokens: int | None = None
    error: FineTuningJobError | None = None
    metadata: Metadata | None = None


class FineTuningJobError(Model):
    code: str | None = None
    message: str | None = None
    param: str | None = None


class ListPaginatedFineTuningJobsReply(Model):
    object: Literal["list"] | str
    data: list[FineTuningJob]
    """The trainings of this page."""
    has_more: bool
