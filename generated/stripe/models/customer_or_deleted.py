"""Models of customer or deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

from connector_runtime.client import Model, UnknownVariant, Variants

if TYPE_CHECKING:
    from .customer import Customer

CustomerOrDeleted: TypeAlias = "Annotated[Customer | Deleted | UnknownVariant, Variants()]"


class Deleted(Model):
    id: str
    object: str
    deleted: Literal[True] | bool
