"""Models of customer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .address import Address
    from .shipping import Shipping


class Customer(Model):
    id: str
    """The identifier."""
    object: Literal["customer"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    email: str | None = None
    """Where invoices are sent."""
    name: str | None = None
    """The full name or business name."""
    phone: str | None = None
    description: str | None = None
    address: Address | None = None
    shipping: Shipping | None = None
    balance: int | None = None
    """Credit (negative) or debt in the smallest currency unit."""
    currency: str | None = None
    delinquent: bool | None = None
    """Whether an invoice is overdue."""
    invoice_prefix: str | None = None
    tax_exempt: str | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""
