"""Models of webhook endpoint list."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class WebhookEndpoint(Model):
    id: str
    """The identifier."""
    object: Literal["webhook_endpoint"] | str
    """The kind of object."""
    created: int
    """When it was created in Unix seconds."""
    livemode: bool
    """Whether it is real and no test."""
    url: str
    status: str
    enabled_events: list[str]
    api_version: str | None = None
    description: str | None = None
    secret: str | None = None
    """The signing secret; only in the reply to its creation."""
    metadata: dict[str, str] | None = None
    """Your own keys and values."""


class WebhookEndpointList(Model):
    object: Literal["list"] | str
    data: list[WebhookEndpoint]
    has_more: bool
    """Whether there are more after these."""
    url: str | None = None
    """Where the list is."""
