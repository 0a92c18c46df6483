"""Models of lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record_attributes import RecordAttributes


class Lead(Model):
    attributes: RecordAttributes | None = None
    id: str = Field(alias="Id")
    """The record's identifier."""
    first_name: str | None = Field(default=None, alias="FirstName")
    last_name: str | None = Field(default=None, alias="LastName")
    """The family name."""
    company: str | None = Field(default=None, alias="Company")
    """Where the person works."""
    title: str | None = Field(default=None, alias="Title")
    email: str | None = Field(default=None, alias="Email")
    phone: str | None = Field(default=None, alias="Phone")
    status: str | None = Field(default=None, alias="Status")
    """How far the lead has come."""
    lead_source: str | None = Field(default=None, alias="LeadSource")
    industry: str | None = Field(default=None, alias="Industry")
    city: str | None = Field(default=None, alias="City")
    state: str | None = Field(default=None, alias="State")
    country: str | None = Field(default=None, alias="Country")
    owner_id: str | None = Field(default=None, alias="OwnerId")
    """The user who owns the record."""
    created_date: str | None = Field(default=None, alias="CreatedDate")
    """When the record was created."""
    last_modified_date: str | None = Field(default=None, alias="LastModifiedDate")
    """When it was changed last."""
