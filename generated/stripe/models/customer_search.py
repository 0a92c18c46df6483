"""Models of customer search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .customer import Customer


class CustomerSearch(Model):
    object: Literal["search_result"] | str
    data: list[Customer]
    has_more: bool
    next_page: str | None = None
    """Where the next page begins."""
    url: str | None = None
