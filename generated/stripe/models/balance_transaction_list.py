"""Models of balance transaction list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from connector_runtime.client import Model

if TYPE_CHECKING:
    from .balance_transaction import BalanceTransaction


class BalanceTransactionList(Model):
    object: Literal["list"] | str
    data: list[BalanceTransaction]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
