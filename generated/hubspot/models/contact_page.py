"""Models of contact page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .associations import Associations
    from .paging import Paging


class ContactProperties(Model):
    email: str | None = None
    """The person's address."""
    firstname: str | None = None
    """The given name."""
    lastname: str | None = None
    """The family name."""
    company: str | None = None
    """Where the person works."""
    phone: str | None = None
    jobtitle: str | None = None
    website: str | None = None
    lifecyclestage: str | None = None
    """How far the person has come: lead, customer and the like."""
    hs_lead_status: str | None = None
    hubspot_owner_id: str | None = None
    """The user who owns the record."""


class Contact(Model):
    id: str
    """The record's identifier."""
    properties: ContactProperties
    created_at: datetime = Field(alias="createdAt")
    updated_at: datetime = Field(alias="updatedAt")
    archived: bool | None = None
    archived_at: datetime | None = Field(default=None, alias="archivedAt")
    associations: Associations | None = None


class ContactPage(Model):
    total: int | None = None
    """How many match; of searches only."""
    results: list[Contact]
    paging: Paging | None = None
