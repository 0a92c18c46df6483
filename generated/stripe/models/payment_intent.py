"""Models of payment intent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .charge import Charge
    from .customer import Customer
    from .invoice import Invoice
    from .shipping import Shipping

# fmt: off
PaymentIntentStatus: TypeAlias = "Literal['requires_payment_method', 'requires_confirmation', 'requires_action', 'processing', 'requires_capture', 'canceled', 'succeeded'] | str"
# fmt: on


class PaymentIntent(Model):
    id: str
    """The identifier."""
    object: Literal["payment_intent"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    amount: int
    """How much is collected in the smallest currency unit."""
    amount_capturable: int | None = None
    amount_received: int | None = None
    currency: str
    status: PaymentIntentStatus
    """How far the payment is."""
    client_secret: str | None = None
    """The secret for the browser."""
    customer: str | Customer | None = None
    """Who pays."""
    description: str | None = None
    latest_charge: str | Charge | None = None
    """The last attempt."""
    invoice: str | Invoice | None = None
    capture_method: str | None = None
    cancellation_reason: str | None = None
    canceled_at: int | None = None
    payment_method: str | None = None
    payment_method_types: list[str] | None = None
    receipt_email: str | None = None
    shipping: Shipping | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""
