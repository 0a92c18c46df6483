"""The operations of `client.balance`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Balance(Resource):
    """The operations of `client.balance`."""

    @property
    def with_raw_response(self) -> BalanceWithRawResponse:
        """The same methods, answering with the raw response."""
        return BalanceWithRawResponse(self)

    def retrieve(
        self,
        *,
        expand: list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Balance:
        """Retrieve the balance of the account.

        Complexity 1 (read).

        Args:
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_balance", locals(), options)


class AsyncBalance(AsyncResource):
    """The operations of `client.balance`."""

    @property
    def with_raw_response(self) -> AsyncBalanceWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncBalanceWithRawResponse(self)

    async def retrieve(
        self,
        *,
        expand: list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Balance:
        """Retrieve the balance of the account.

        Complexity 1 (read).

        Args:
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_balance", locals(), options)


class BalanceWithRawResponse:
    """The methods of `Balance`, answering with the raw response."""

    def __init__(self, resource: Balance) -> None:
        self.retrieve = raw(resource.retrieve)


class AsyncBalanceWithRawResponse:
    """The methods of `AsyncBalance`, answering with the raw response."""

    def __init__(self, resource: AsyncBalance) -> None:
        self.retrieve = async_raw(resource.retrieve)
