"""Models of project reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .project import Project


class ProjectReply(Model):
    data: Project
