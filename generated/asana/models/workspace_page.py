"""Models of workspace page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .next_page import NextPage


class Workspace(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    name: str | None = None
    is_organization: bool | None = None
    email_domains: list[str] | None = None


class WorkspacePage(Model):
    data: list[Workspace]
    next_page: NextPage | None = None
