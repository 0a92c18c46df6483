"""Models of user."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .reference import Reference


class User(Model):
    gid: str
    """The identifier."""
    resource_type: str | None = None
    name: str | None = None
    email: str | None = None
    workspaces: list[Reference] | None = None
