"""Models of pipeline list."""

from __future__ import annotations

from datetime import datetime

from connector_runtime.client import Model
from pydantic import Field


class PipelineStage(Model):
    id: str
    label: str
    display_order: int | None = Field(default=None, alias="displayOrder")
    metadata: dict[str, str] | None = None
    """Such as the probability that a deal is won."""
    created_at: datetime | None = Field(default=None, alias="createdAt")
    updated_at: datetime | None = Field(default=None, alias="updatedAt")
    archived: bool | None = None


class Pipeline(Model):
    id: str
    label: str
    display_order: int | None = Field(default=None, alias="displayOrder")
    stages: list[PipelineStage]
    created_at: datetime | None = Field(default=None, alias="createdAt")
    updated_at: datetime | None = Field(default=None, alias="updatedAt")
    archived: bool | None = None


class PipelineList(Model):
    results: list[Pipeline]
