"""Models of opportunity."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record_attributes import RecordAttributes


class Opportunity(Model):
    attributes: RecordAttributes | None = None
    id: str = Field(alias="Id")
    """The record's identifier."""
    account_id: str | None = Field(default=None, alias="AccountId")
    """The account the deal is with."""
    name: str | None = Field(default=None, alias="Name")
    """What the deal is called."""
    stage_name: str | None = Field(default=None, alias="StageName")
    """How far the deal has come."""
    close_date: date | None = Field(default=None, alias="CloseDate")
    """When it is expected to close."""
    amount: float | None = Field(default=None, alias="Amount")
    """Its expected value."""
    probability: float | None = Field(default=None, alias="Probability")
    """In percent."""
    type: str | None = Field(default=None, alias="Type")
    lead_source: str | None = Field(default=None, alias="LeadSource")
    next_step: str | None = Field(default=None, alias="NextStep")
    owner_id: str | None = Field(default=None, alias="OwnerId")
    """The user who owns the record."""
    created_date: str | None = Field(default=None, alias="CreatedDate")
    """When the record was created."""
    last_modified_date: str | None = Field(default=None, alias="LastModifiedDate")
    """When it was changed last."""
