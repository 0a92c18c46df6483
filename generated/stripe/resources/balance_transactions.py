"""The operations of `client.balance_transactions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class BalanceTransactions(Resource):
    """The operations of `client.balance_transactions`."""

    @property
    def with_raw_response(self) -> BalanceTransactionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return BalanceTransactionsWithRawResponse(self)

    def list(
        self,
        *,
        type: str | Omit = OMIT,
        currency: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.BalanceTransaction, models.BalanceTransactionList]:
        """List movements of the balance, newest first.

        Complexity 1 (read).

        Args:
            type: Only movements of this kind.
            currency: Only those in this currency.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_balance_transactions", locals(), options)

    def retrieve(
        self,
        id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.BalanceTransaction:
        """Retrieve one movement of the balance.

        Complexity 1 (read).

        Args:
            id: The identifier of the id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_balance_transaction", locals(), options)


class AsyncBalanceTransactions(AsyncResource):
    """The operations of `client.balance_transactions`."""

    @property
    def with_raw_response(self) -> AsyncBalanceTransactionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncBalanceTransactionsWithRawResponse(self)

    def list(
        self,
        *,
        type: str | Omit = OMIT,
        currency: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.BalanceTransaction, models.BalanceTransactionList]:
        """List movements of the balance, newest first.

        Complexity 1 (read).

        Args:
            type: Only movements of this kind.
            currency: Only those in this currency.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_balance_transactions", locals(), options)

    async def retrieve(
        self,
        id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.BalanceTransaction:
        """Retrieve one movement of the balance.

        Complexity 1 (read).

        Args:
            id: The identifier of the id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_balance_transaction", locals(), options)


class BalanceTransactionsWithRawResponse:
    """The methods of `BalanceTransactions`, answering with the raw response."""

    def __init__(self, resource: BalanceTransactions) -> None:
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncBalanceTransactionsWithRawResponse:
    """The methods of `AsyncBalanceTransactions`, answering with the raw response."""

    def __init__(self, resource: AsyncBalanceTransactions) -> None:
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
