"""Models of account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record_attributes import RecordAttributes


class Account(Model):
    attributes: RecordAttributes | None = None
    id: str = Field(alias="Id")
    """The record's identifier."""
    name: str | None = Field(default=None, alias="Name")
    """The company's name."""
    type: str | None = Field(default=None, alias="Type")
    """Customer"""
    industry: str | None = Field(default=None, alias="Industry")
    phone: str | None = Field(default=None, alias="Phone")
    website: str | None = Field(default=None, alias="Website")
    billing_street: str | None = Field(default=None, alias="BillingStreet")
    billing_city: str | None = Field(default=None, alias="BillingCity")
    billing_state: str | None = Field(default=None, alias="BillingState")
    billing_postal_code: str | None = Field(default=None, alias="BillingPostalCode")
    billing_country: str | None = Field(default=None, alias="BillingCountry")
    annual_revenue: float | None = Field(default=None, alias="AnnualRevenue")
    number_of_employees: int | None = Field(default=None, alias="NumberOfEmployees")
    owner_id: str | None = Field(default=None, alias="OwnerId")
    """The user who owns the record."""
    created_date: str | None = Field(default=None, alias="CreatedDate")
    """When the record was created."""
    last_modified_date: str | None = Field(default=None, alias="LastModifiedDate")
    """When it was changed last."""
