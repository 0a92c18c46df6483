"""Models of task reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .task import Task


class TaskReply(Model):
    data: Task
