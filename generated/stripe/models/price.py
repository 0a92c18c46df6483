"""Models of price."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class Recurring(Model):
    interval: Literal["day", "week", "month", "year"] | str
    interval_count: int
    usage_type: Literal["licensed", "metered"] | str | None = None


class Product(Model):
    id: str
    """The identifier."""
    object: Literal["product"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    name: str
    active: bool
    """Whether it can be bought."""
    description: str | None = None
    images: list[str] | None = None
    url: str | None = None
    unit_label: str | None = None
    default_price: str | Price | None = None
    updated: int | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class Price(Model):
    id: str
    """The identifier."""
    object: Literal["price"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    active: bool
    currency: str
    product: str | Product
    type: Literal["one_time", "recurring"] | str
    unit_amount: int | None = None
    recurring: Recurring | None = None
    nickname: str | None = None
    lookup_key: str | None = None
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class PriceList(Model):
    object: Literal["list"] | str
    data: list[Price]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""


class ProductList(Model):
    object: Literal["list"] | str
    data: list[Product]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
