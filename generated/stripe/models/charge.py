"""Models of charge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .balance_transaction import BalanceTransaction
    from .customer import Customer
    from .invoice import Invoice
    from .payment_intent import PaymentIntent
    from .shipping import Shipping


class Charge(Model):
    id: str
    """The identifier."""
    object: Literal["charge"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    amount: int
    """How much in the smallest currency unit."""
    amount_captured: int | None = None
    amount_refunded: int | None = None
    currency: str
    status: Literal["succeeded", "pending", "failed"] | str
    paid: bool
    captured: bool | None = None
    refunded: bool | None = None
    disputed: bool | None = None
    customer: str | Customer | None = None
    payment_intent: str | PaymentIntent | None = None
    invoice: str | Invoice | None = None
    balance_transaction: str | BalanceTransaction | None = None
    description: str | None = None
    failure_code: str | None = None
    failure_message: str | None = None
    receipt_email: str | None = None
    receipt_url: str | None = None
    shipping: Shipping | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""
