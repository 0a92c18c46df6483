"""The operations of `client.accounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Accounts(Resource):
    """The operations of `client.accounts`."""

    @property
    def with_raw_response(self) -> AccountsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AccountsWithRawResponse(self)

    def create(
        self,
        *,
        name: str,
        type: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        website: str | Omit | None = OMIT,
        billing_street: str | Omit | None = OMIT,
        billing_city: str | Omit | None = OMIT,
        billing_state: str | Omit | None = OMIT,
        billing_postal_code: str | Omit | None = OMIT,
        billing_country: str | Omit | None = OMIT,
        annual_revenue: float | Omit | None = OMIT,
        number_of_employees: int | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create an account.

        Complexity 3 (write). Undone by delete_account.

        Args:
            name: The company's name.
            type: Customer
            owner_id: The user who owns the record.
        """
        return self._call("create_account", locals(), options)

    def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move an account to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        reply: None = self._call("delete_account", locals(), options)
        return reply

    def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Account:
        """Retrieve an account.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return self._call("get_account", locals(), options)

    def update(
        self,
        id: str,
        *,
        name: str | Omit | None = OMIT,
        type: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        website: str | Omit | None = OMIT,
        billing_street: str | Omit | None = OMIT,
        billing_city: str | Omit | None = OMIT,
        billing_state: str | Omit | None = OMIT,
        billing_postal_code: str | Omit | None = OMIT,
        billing_country: str | Omit | None = OMIT,
        annual_revenue: float | Omit | None = OMIT,
        number_of_employees: int | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update an account.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            name: The company's name.
            type: Customer
            owner_id: The user who owns the record.
        """
        reply: None = self._call("update_account", locals(), options)
        return reply


class AsyncAccounts(AsyncResource):
    """The operations of `client.accounts`."""

    @property
    def with_raw_response(self) -> AsyncAccountsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncAccountsWithRawResponse(self)

    async def create(
        self,
        *,
        name: str,
        type: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        website: str | Omit | None = OMIT,
        billing_street: str | Omit | None = OMIT,
        billing_city: str | Omit | None = OMIT,
        billing_state: str | Omit | None = OMIT,
        billing_postal_code: str | Omit | None = OMIT,
        billing_country: str | Omit | None = OMIT,
        annual_revenue: float | Omit | None = OMIT,
        number_of_employees: int | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create an account.

        Complexity 3 (write). Undone by delete_account.

        Args:
            name: The company's name.
            type: Customer
            owner_id: The user who owns the record.
        """
        return await self._call("create_account", locals(), options)

    async def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move an account to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        return await self._call("delete_account", locals(), options)

    async def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Account:
        """Retrieve an account.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return await self._call("get_account", locals(), options)

    async def update(
        self,
        id: str,
        *,
        name: str | Omit | None = OMIT,
        type: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        website: str | Omit | None = OMIT,
        billing_street: str | Omit | None = OMIT,
        billing_city: str | Omit | None = OMIT,
        billing_state: str | Omit | None = OMIT,
        billing_postal_code: str | Omit | None = OMIT,
        billing_country: str | Omit | None = OMIT,
        annual_revenue: float | Omit | None = OMIT,
        number_of_employees: int | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update an account.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            name: The company's name.
            type: Customer
            owner_id: The user who owns the record.
        """
        return await self._call("update_account", locals(), options)


class AccountsWithRawResponse:
    """The methods of `Accounts`, answering with the raw response."""

    def __init__(self, resource: Accounts) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncAccountsWithRawResponse:
    """The methods of `AsyncAccounts`, answering with the raw response."""

    def __init__(self, resource: AsyncAccounts) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
