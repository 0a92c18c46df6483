"""The clients of Salesforce."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.accounts import Accounts, AsyncAccounts
    from .resources.contacts import AsyncContacts, Contacts
    from .resources.leads import AsyncLeads, Leads
    from .resources.limits import AsyncLimits, Limits
    from .resources.opportunities import AsyncOpportunities, Opportunities
    from .resources.records import AsyncRecords, Records


class SalesforceClient(Client):
    """Synchronous client of Salesforce."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        instance: str | None = None,
        api_version: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(
            CONNECTOR, credentials, {"instance": instance, "api_version": api_version}, settings
        )

    @cached_property
    def accounts(self) -> Accounts:
        """The operations of `client.accounts`."""
        from .resources.accounts import Accounts

        return Accounts(self)

    @cached_property
    def contacts(self) -> Contacts:
        """The operations of `client.contacts`."""
        from .resources.contacts import Contacts

        return Contacts(self)

    @cached_property
    def leads(self) -> Leads:
        """The operations of `client.leads`."""
        from .resources.leads import Leads

        return Leads(self)

    @cached_property
    def limits(self) -> Limits:
        """The operations of `client.limits`."""
        from .resources.limits import Limits

        return Limits(self)

    @cached_property
    def opportunities(self) -> Opportunities:
        """The operations of `client.opportunities`."""
        from .resources.opportunities import Opportunities

        return Opportunities(self)

    @cached_property
    def records(self) -> Records:
        """The operations of `client.records`."""
        from .resources.records import Records

        return Records(self)


class AsyncSalesforceClient(AsyncClient):
    """Asynchronous client of Salesforce."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        instance: str | None = None,
        api_version: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(
            CONNECTOR, credentials, {"instance": instance, "api_version": api_version}, settings
        )

    @cached_property
    def accounts(self) -> AsyncAccounts:
        """The operations of `client.accounts`."""
        from .resources.accounts import AsyncAccounts

        return AsyncAccounts(self)

    @cached_property
    def contacts(self) -> AsyncContacts:
        """The operations of `client.contacts`."""
        from .resources.contacts import AsyncContacts

        return AsyncContacts(self)

    @cached_property
    def leads(self) -> AsyncLeads:
        """The operations of `client.leads`."""
        from .resources.leads import AsyncLeads

        return AsyncLeads(self)

    @cached_property
    def limits(self) -> AsyncLimits:
        """The operations of `client.limits`."""
        from .resources.limits import AsyncLimits

        return AsyncLimits(self)

    @cached_property
    def opportunities(self) -> AsyncOpportunities:
        """The operations of `client.opportunities`."""
        from .resources.opportunities import AsyncOpportunities

        return AsyncOpportunities(self)

    @cached_property
    def records(self) -> AsyncRecords:
        """The operations of `client.records`."""
        from .resources.records import AsyncRecords

        return AsyncRecords(self)
