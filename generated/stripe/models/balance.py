"""Models of balance."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class Funds(Model):
    amount: int
    currency: str
    source_types: dict[str, int] | None = None


class Balance(Model):
    object: Literal["balance"] | str
    livemode: bool | None = None
    available: list[Funds]
    """What can be paid out."""
    pending: list[Funds]
    """What is on its way."""
