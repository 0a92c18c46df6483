"""Models of object list."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class ObjectSummary(Model):
    name: str
    label: str
    custom: bool | None = None
    queryable: bool | None = None
    key_prefix: str | None = Field(default=None, alias="keyPrefix")


class ObjectList(Model):
    encoding: str | None = None
    max_batch_size: int | None = Field(default=None, alias="maxBatchSize")
    sobjects: list[ObjectSummary]
