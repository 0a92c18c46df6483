"""Models of account details."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class AccountDetails(Model):
    portal_id: int = Field(alias="portalId")
    """The account's number."""
    account_type: str | None = Field(default=None, alias="accountType")
    time_zone: str | None = Field(default=None, alias="timeZone")
    company_currency: str | None = Field(default=None, alias="companyCurrency")
    additional_currencies: list[str] | None = Field(default=None, alias="additionalCurrencies")
    utc_offset: str | None = Field(default=None, alias="utcOffset")
    utc_offset_milliseconds: int | None = Field(default=None, alias="utcOffsetMilliseconds")
    ui_domain: str | None = Field(default=None, alias="uiDomain")
    data_hosting_location: str | None = Field(default=None, alias="dataHostingLocation")
