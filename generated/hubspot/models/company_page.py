"""Models of company page."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .associations import Associations
    from .paging import Paging


class CompanyProperties(Model):
    name: str | None = None
    """What the company is called."""
    domain: str | None = None
    """Its domain name."""
    industry: str | None = None
    city: str | None = None
    state: str | None = None
    country: str | None = None
    phone: str | None = None
    numberofemployees: str | None = None
    annualrevenue: str | None = None
    hubspot_owner_id: str | None = None
    """The user who owns the record."""


class Company(Model):
    id: str
    """The record's identifier."""
    properties: CompanyProperties
    created_at: datetime = Field(alias="createdAt")
    updated_at: datetime = Field(alias="updatedAt")
    archived: bool | None = None
    archived_at: datetime | None = Field(default=None, alias="archivedAt")
    associations: Associations | None = None


class CompanyPage(Model):
    results: list[Company]
    paging: Paging | None = None
