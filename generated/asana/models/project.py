"""Models of project."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .reference import Reference


class Project(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    name: str | None = None
    notes: str | None = None
    archived: bool | None = None
    completed: bool | None = None
    completed_at: datetime | None = None
    color: str | None = None
    default_view: str | None = None
    privacy_setting: str | None = None
    owner: Reference | None = None
    team: Reference | None = None
    workspace: Reference | None = None
    members: list[Reference] | None = None
    due_on: date | None = None
    start_on: date | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
    permalink_url: str | None = None
