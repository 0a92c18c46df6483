"""Models of task list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .task import Task


class TaskList(Model):
    data: list[Task]
