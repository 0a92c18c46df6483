"""Models of charge list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .charge import Charge


class ChargeList(Model):
    object: Literal["list"] | str
    data: list[Charge]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
