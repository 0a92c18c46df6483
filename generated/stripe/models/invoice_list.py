"""Models of invoice list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .invoice import Invoice


class InvoiceList(Model):
    object: Literal["list"] | str
    data: list[Invoice]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
