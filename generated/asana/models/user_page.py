"""Models of user page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .next_page import NextPage
    from .user import User


class UserPage(Model):
    data: list[User]
    next_page: NextPage | None = None
