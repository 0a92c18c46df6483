"""Models of project page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .next_page import NextPage
    from .project import Project


class ProjectPage(Model):
    data: list[Project]
    next_page: NextPage | None = None
