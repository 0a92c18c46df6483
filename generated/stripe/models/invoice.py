"""Models of invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .charge import Charge
    from .customer import Customer
    from .payment_intent import PaymentIntent
    from .price import Price
    from .subscription import Subscription


class InvoiceLine(Model):
    id: str
    object: Literal["line_item"] | str
    amount: int
    currency: str
    description: str | None = None
    quantity: int | None = None
    price: Price | None = None


class Invoice(Model):
    id: str
    """The identifier."""
    object: Literal["invoice"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    number: str | None = None
    status: Literal["draft", "open", "paid", "uncollectible", "void"] | str | None = None
    customer: str | Customer | None = None
    subscription: str | Subscription | None = None
    charge: str | Charge | None = None
    payment_intent: str | PaymentIntent | None = None
    currency: str
    amount_due: int
    amount_paid: int | None = None
    amount_remaining: int | None = None
    subtotal: int | None = None
    total: int
    tax: int | None = None
    lines: InvoiceLineList | None = None
    attempt_count: int | None = None
    attempted: bool | None = None
    auto_advance: bool | None = None
    collection_method: str | None = None
    description: str | None = None
    due_date: int | None = None
    footer: str | None = None
    hosted_invoice_url: str | None = None
    invoice_pdf: str | None = None
    paid: bool | None = None
    period_start: int | None = None
    period_end: int | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class InvoiceLineList(Model):
    object: Literal["list"] | str
    data: list[InvoiceLine]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
