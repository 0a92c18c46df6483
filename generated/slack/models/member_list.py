"""Models of member list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .response_metadata import ResponseMetadata


class MemberList(Model):
    ok: bool
    members: list[str]
    response_metadata: ResponseMetadata | None = None
