"""Models of refund list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .balance_transaction import BalanceTransaction
    from .charge import Charge
    from .payment_intent import PaymentIntent


class Refund(Model):
    id: str
    """The identifier."""
    object: Literal["refund"] | str
    created: int
    amount: int
    """How much in the smallest currency unit."""
    currency: str
    status: str | None = None
    charge: str | Charge | None = None
    payment_intent: str | PaymentIntent | None = None
    balance_transaction: str | BalanceTransaction | None = None
    reason: str | None = None
    receipt_number: str | None = None
    failure_reason: str | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class RefundList(Model):
    object: Literal["list"] | str
    data: list[Refund]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
