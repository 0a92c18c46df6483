"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias, TypedDict

# fmt: off
FilterOperatorParams: TypeAlias = "Literal['EQ', 'NEQ', 'LT', 'LTE', 'GT', 'GTE', 'BETWEEN', 'IN', 'NOT_IN', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY', 'CONTAINS_TOKEN', 'NOT_CONTAINS_TOKEN'] | str"
# fmt: on


class CompanyPropertiesParams(TypedDict, total=False):
    name: str | None
    """What the company is called."""
    domain: str | None
    """Its domain name."""
    industry: str | None
    city: str | None
    state: str | None
    country: str | None
    phone: str | None
    numberofemployees: str | None
    annualrevenue: str | None
    hubspot_owner_id: str | None
    """The user who owns the record."""


class ContactPropertiesParams(TypedDict, total=False):
    email: str | None
    """The person's address."""
    firstname: str | None
    """The given name."""
    lastname: str | None
    """The family name."""
    company: str | None
    """Where the person works."""
    phone: str | None
    jobtitle: str | None
    website: str | None
    lifecyclestage: str | None
    """How far the person has come: lead, customer and the like."""
    hs_lead_status: str | None
    hubspot_owner_id: str | None
    """The user who owns the record."""


class DealPropertiesParams(TypedDict, total=False):
    dealname: str | None
    """What the deal is called."""
    amount: str | None
    """Its value in the account's currency."""
    dealstage: str | None
    """The identifier of the stage that it is in."""
    pipeline: str | None
    """The identifier of the pipeline that it goes through."""
    closedate: str | None
    """When it is expected to close."""
    dealtype: str | None
    description: str | None
    """What it is about."""
    hubspot_owner_id: str | None
    """The user who owns the record."""


class FilterParams(TypedDict, total=False):
    propertyName: Required[str]
    operator: Required[FilterOperatorParams]
    value: str


class FilterGroupParams(TypedDict, total=False):
    filters: Required[list[FilterParams]]
    """All of these must match."""


class RecordChangeParams(TypedDict, total=False):
    id: Required[str]
    properties: Required[dict[str, str]]
