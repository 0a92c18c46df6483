"""Models of contact."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import Model
from pydantic import Field

if TYPE_CHECKING:
    from .record_attributes import RecordAttributes


class Contact(Model):
    attributes: RecordAttributes | None = None
    id: str = Field(alias="Id")
    """The record's identifier."""
    account_id: str | None = Field(default=None, alias="AccountId")
    """The account the person belongs to."""
    first_name: str | None = Field(default=None, alias="FirstName")
    last_name: str | None = Field(default=None, alias="LastName")
    """The family name."""
    title: str | None = Field(default=None, alias="Title")
    email: str | None = Field(default=None, alias="Email")
    phone: str | None = Field(default=None, alias="Phone")
    mailing_city: str | None = Field(default=None, alias="MailingCity")
    mailing_state: str | None = Field(default=None, alias="MailingState")
    mailing_country: str | None = Field(default=None, alias="MailingCountry")
    owner_id: str | None = Field(default=None, alias="OwnerId")
    """The user who owns the record."""
    created_date: str | None = Field(default=None, alias="CreatedDate")
    """When the record was created."""
    last_modified_date: str | None = Field(default=None, alias="LastModifiedDate")
    """When it was changed last."""
