"""Models of deal page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .associations import Associations
    from .paging import Paging


class DealProperties(Model):
    dealname: str | None = None
    """What the deal is called."""
    amount: str | None = None
    """Its value in the account's currency."""
    dealstage: str | None = None
    """The identifier of the stage that it is in."""
    pipeline: str | None = None
    """The identifier of the pipeline that it goes through."""
    closedate: str | None = None
    """When it is expected to close."""
    dealtype: str | None = None
    description: str | None = None
    """What it is about."""
    hubspot_owner_id: str | None = None
    """The user who owns the record."""


class Deal(Model):
    id: str
    """The record's identifier."""
    properties: DealProperties
    created_at: datetime = Field(alias="createdAt")
    updated_at: datetime = Field(alias="updatedAt")
    archived: bool | None = None
    archived_at: datetime | None = Field(default=None, alias="archivedAt")
    associations: Associations | None = None


class DealPage(Model):
    total: int | None = None
    """How many match; of searches only."""
    results: list[Deal]
    paging: Paging | None = None
