"""Models of record."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class RecordAttributes(Model):
    type: str | None = None
    """The kind of record."""
    url: str | None = None
    """The record's path."""


class Record(Model):
    attributes: RecordAttributes | None = None
    id: str | None = Field(default=None, alias="Id")
