"""Models of task page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .next_page import NextPage
    from .task import Task


class TaskPage(Model):
    data: list[Task]
    next_page: NextPage | None = None
