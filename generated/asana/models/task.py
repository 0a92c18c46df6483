"""Models of task."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .reference import Reference


class Task(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    name: str | None = None
    resource_subtype: str | None = None
    notes: str | None = None
    html_notes: str | None = None
    completed: bool | None = None
    completed_at: datetime | None = None
    assignee: Reference | None = None
    due_on: date | None = None
    due_at: datetime | None = None
    start_on: date | None = None
    parent: Reference | None = None
    projects: list[Reference] | None = None
    tags: list[Reference] | None = None
    followers: list[Reference] | None = None
    workspace: Reference | None = None
    num_subtasks: int | None = None
    created_at: datetime | None = None
    modified_at: datetime | None = None
    permalink_url: str | None = None
