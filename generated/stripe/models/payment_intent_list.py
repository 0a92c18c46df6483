"""Models of payment intent list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .payment_intent import PaymentIntent


class PaymentIntentList(Model):
    object: Literal["list"] | str
    data: list[PaymentIntent]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
