"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

# fmt: off
CancelPaymentIntentCancellationReasonParams: TypeAlias = "Literal['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned'] | str"
CreateRefundReasonParams: TypeAlias = "Literal['duplicate', 'fraudulent', 'requested_by_customer'] | str"
CreateSubscriptionPaymentBehaviorParams: TypeAlias = "Literal['allow_incomplete', 'default_incomplete', 'error_if_incomplete', 'pending_if_incomplete'] | str"
# fmt: on


class AddressInputParams(TypedDict, total=False):
    city: str
    country: str
    line1: str
    line2: str
    postal_code: str
    state: str


class AutomaticPaymentMethodsInputParams(TypedDict, total=False):
    enabled: Required[bool]
    """Let Stripe choose the methods."""
    allow_redirects: Literal["always", "never"] | str
    """Whether methods may redirect."""


class RecurringInputParams(TypedDict, total=False):
    interval: Required[Literal["day", "week", "month", "year"] | str]
    """How long a period is."""
    interval_count: int
    """How many intervals make a period."""
    usage_type: Literal["licensed", "metered"] | str
    """Whether use is measured."""


class ShippingInputParams(TypedDict, total=False):
    name: Required[str]
    """Who receives it."""
    phone: str
    carrier: str
    tracking_number: str
    address: Required[AddressInputParams]


class SubscriptionItemInputParams(TypedDict, total=False):
    id: str
    """An item to change."""
    price: str
    """The price that is subscribed to."""
    quantity: int
    """How many."""
    deleted: bool
    """Take the item away."""
    metadata: dict[str, str]


class TimeSpanParams(TypedDict, total=False):
    gt: int
    """After this time."""
    gte: int
    """At this time or after."""
    lt: int
    """Before this time."""
    lte: int
    """At this time or before."""
