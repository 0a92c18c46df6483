"""Models of object description."""

from __future__ import annotations

from connector_runtime.client import Model


class ObjectField(Model):
    name: str
    label: str | None = None
    type: str
    length: int | None = None
    nillable: bool | None = None
    custom: bool | None = None


class ObjectDescription(Model):
    name: str
    label: str | None = None
    custom: bool | None = None
    fields: list[ObjectField]
