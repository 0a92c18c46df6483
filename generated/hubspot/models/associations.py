"""Models of associations."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .paging import Paging

Associations: TypeAlias = "dict[str, AssociationPage]"


class AssociatedId(Model):
    id: str
    type: str


class AssociationPage(Model):
    results: list[AssociatedId]
    paging: Paging | None = None
