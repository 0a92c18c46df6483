"""Models of query result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record import Record


class QueryResult(Model):
    total_size: int = Field(alias="totalSize")
    """How many records match."""
    done: bool
    """Whether this is the last page."""
    next_records_url: str | None = Field(default=None, alias="nextRecordsUrl")
    """The path of the next page."""
    records: list[Record]
