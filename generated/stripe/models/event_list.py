"""Models of event list."""

from __future__ import annotations

from typing import Any, Literal

from connector_runtime.client import Model


class Event(Model):
    id: str
    """The identifier."""
    object: Literal["event"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    type: str
    """What happened such as invoice.paid."""
    api_version: str | None = None
    data: EventData
    pending_webhooks: int | None = None
    request: EventRequest | None = None


class EventData(Model):
    object: dict[str, Any]
    """The object as it was then."""
    previous_attributes: dict[str, Any] | None = None
    """What changed."""


class EventRequest(Model):
    id: str | None = None
    idempotency_key: str | None = None


class EventList(Model):
    object: Literal["list"] | str
    data: list[Event]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
