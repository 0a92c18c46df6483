"""Models of subscription."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .customer import Customer
    from .invoice import Invoice
    from .price import Price

# fmt: off
SubscriptionStatus: TypeAlias = "Literal['incomplete', 'incomplete_expired', 'trialing', 'active', 'past_due', 'canceled', 'unpaid', 'paused'] | str"
# fmt: on


class SubscriptionItem(Model):
    id: str
    object: Literal["subscription_item"] | str
    created: int | None = None
    price: Price
    quantity: int | None = None
    subscription: str | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class Subscription(Model):
    id: str
    """The identifier."""
    object: Literal["subscription"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    status: SubscriptionStatus
    customer: str | Customer
    items: SubscriptionItemList
    currency: str | None = None
    collection_method: str | None = None
    current_period_start: int | None = None
    current_period_end: int | None = None
    start_date: int | None = None
    trial_start: int | None = None
    trial_end: int | None = None
    cancel_at: int | None = None
    cancel_at_period_end: bool | None = None
    canceled_at: int | None = None
    ended_at: int | None = None
    days_until_due: int | None = None
    default_payment_method: str | None = None
    description: str | None = None
    latest_invoice: str | Invoice | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class SubscriptionItemList(Model):
    object: Literal["list"] | str
    data: list[SubscriptionItem]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
