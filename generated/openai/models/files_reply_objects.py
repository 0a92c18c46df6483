"""Models of files reply objects."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model
from pydantic import Field


class File(Model):
    id: str
    object: Literal["file"] | str
    bytes_: int = Field(alias="bytes")
    """How large it is."""
    created_at: int
    expires_at: int | None = None
    filename: str
    purpose: str
    """What it is for."""
    status: Literal["uploaded", "processed", "error"] | str | None = None


class ListFilesReply(Model):
    object: str
    data: list[File]
    """The files of this page."""
    first_id: str | None
    last_id: str | None
    has_more: bool
