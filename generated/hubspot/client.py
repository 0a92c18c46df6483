"""The clients of HubSpot."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.account import Account, AsyncAccount
    from .resources.companies import AsyncCompanies, Companies
    from .resources.contacts import AsyncContacts, Contacts
    from .resources.deals import AsyncDeals, Deals
    from .resources.owners import AsyncOwners, Owners
    from .resources.pipelines import AsyncPipelines, Pipelines
    from .resources.records import AsyncRecords, Records


class HubSpotClient(Client):
    """Synchronous client of HubSpot."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def account(self) -> Account:
        """The operations of `client.account`."""
        from .resources.account import Account

        return Account(self)

    @cached_property
    def companies(self) -> Companies:
        """The operations of `client.companies`."""
        from .resources.companies import Companies

        return Companies(self)

    @cached_property
    def contacts(self) -> Contacts:
        """The operations of `client.contacts`."""
        from .resources.contacts import Contacts

        return Contacts(self)

    @cached_property
    def deals(self) -> Deals:
        """The operations of `client.deals`."""
        from .resources.deals import Deals

        return Deals(self)

    @cached_property
    def owners(self) -> Owners:
        """The operations of `client.owners`."""
        from .resources.owners import Owners

        return Owners(self)

    @cached_property
    def pipelines(self) -> Pipelines:
        """The operations of `client.pipelines`."""
        from .resources.pipelines import Pipelines

        return Pipelines(self)

    @cached_property
    def records(self) -> Records:
        """The operations of `client.records`."""
        from .resources.records import Records

        return Records(self)


class AsyncHubSpotClient(AsyncClient):
    """Asynchronous client of HubSpot."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def account(self) -> AsyncAccount:
        """The operations of `client.account`."""
        from .resources.account import AsyncAccount

        return AsyncAccount(self)

    @cached_property
    def companies(self) -> AsyncCompanies:
        """The operations of `client.companies`."""
        from .resources.companies import AsyncCompanies

        return AsyncCompanies(self)

    @cached_property
    def contacts(self) -> AsyncContacts:
        """The operations of `client.contacts`."""
        from .resources.contacts import AsyncContacts

        return AsyncContacts(self)

    @cached_property
    def deals(self) -> AsyncDeals:
        """The operations of `client.deals`."""
        from .resources.deals import AsyncDeals

        return AsyncDeals(self)

    @cached_property
    def owners(self) -> AsyncOwners:
        """The operations of `client.owners`."""
        from .resources.owners import AsyncOwners

        return AsyncOwners(self)

    @cached_property
    def pipelines(self) -> AsyncPipelines:
        """The operations of `client.pipelines`."""
        from .resources.pipelines import AsyncPipelines

        return AsyncPipelines(self)

    @cached_property
    def records(self) -> AsyncRecords:
        """The operations of `client.records`."""
        from .resources.records import AsyncRecords

        return AsyncRecords(self)
