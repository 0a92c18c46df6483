"""Models of address."""

from __future__ import annotations

from connector_runtime.client import Model


class Address(Model):
    city: str | None = None
    country: str | None = None
    line1: str | None = None
    line2: str | None = None
    postal_code: str | None = None
    state: str | None = None
