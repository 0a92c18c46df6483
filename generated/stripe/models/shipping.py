"""Models of shipping."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .address import Address


class Shipping(Model):
    name: str | None = None
    """Who receives it."""
    phone: str | None = None
    carrier: str | None = None
    tracking_number: str | None = None
    address: Address | None = None
