"""Models of subscription list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .subscription import Subscription


class SubscriptionList(Model):
    object: Literal["list"] | str
    data: list[Subscription]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
