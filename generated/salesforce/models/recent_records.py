"""Models of recent records."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from .record import Record

RecentRecords: TypeAlias = "list[Record]"
