"""Models of record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record_attributes import RecordAttributes


class Record(Model):
    attributes: RecordAttributes | None = None
    id: str | None = Field(default=None, alias="Id")
