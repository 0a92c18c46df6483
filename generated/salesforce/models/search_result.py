"""Models of search result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record import Record


class SearchResult(Model):
    search_records: list[Record] = Field(alias="searchRecords")
