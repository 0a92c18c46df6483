"""Models of order."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from uuid import UUID

from connector_runtime.client import Model


class Address(Model):
    street: str
    city: str
    country: str | None = None
    """ISO 3166 code."""


class Order(Model):
    id: UUID
    pet_id: int
    status: Literal["placed", "shipped", "delivered", "cancelled"] | str
    address: Address | None = None
    note: str | None = None
    created_at: datetime
