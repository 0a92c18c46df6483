"""Models of balance transaction."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class BalanceTransaction(Model):
    id: str
    object: Literal["balance_transaction"] | str
    created: int
    available_on: int | None = None
    amount: int
    currency: str
    fee: int | None = None
    net: int
    status: str | None = None
    type: str | None = None
    description: str | None = None
    source: str | None = None
    exchange_rate: float | None = None
