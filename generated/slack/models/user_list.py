"""Models of user list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .response_metadata import ResponseMetadata
    from .user import User


class UserList(Model):
    ok: bool
    members: list[User]
    response_metadata: ResponseMetadata | None = None
