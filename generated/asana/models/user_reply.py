"""Models of user reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .user import User


class UserReply(Model):
    data: User
