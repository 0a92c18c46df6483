"""Models of bulk result."""

from __future__ import annotations

from datetime import datetime

from connector_runtime.client import Model
from pydantic import Field


class Record(Model):
    id: str
    properties: dict[str, str | None]
    created_at: datetime = Field(alias="createdAt")
    updated_at: datetime = Field(alias="updatedAt")
    archived: bool | None = None


class BulkResult(Model):
    status: str
    results: list[Record]
    requested_at: datetime | None = Field(default=None, alias="requestedAt")
    started_at: datetime = Field(alias="startedAt")
    completed_at: datetime = Field(alias="completedAt")
