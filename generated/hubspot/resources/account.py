"""The operations of `client.account`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions

    from .. import models


class Account(Resource):
    """The operations of `client.account`."""

    @property
    def with_raw_response(self) -> AccountWithRawResponse:
        """The same methods, answering with the raw response."""
        return AccountWithRawResponse(self)

    def retrieve(self, *, options: CallOptions | None = None) -> models.AccountDetails:
        """Tell whose account the token belongs to.

        Complexity 1 (read).
        """
        return self._call("get_account_details", locals(), options)


class AsyncAccount(AsyncResource):
    """The operations of `client.account`."""

    @property
    def with_raw_response(self) -> AsyncAccountWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncAccountWithRawResponse(self)

    async def retrieve(self, *, options: CallOptions | None = None) -> models.AccountDetails:
        """Tell whose account the token belongs to.

        Complexity 1 (read).
        """
        return await self._call("get_account_details", locals(), options)


class AccountWithRawResponse:
    """The methods of `Account`, answering with the raw response."""

    def __init__(self, resource: Account) -> None:
        self.retrieve = raw(resource.retrieve)


class AsyncAccountWithRawResponse:
    """The methods of `AsyncAccount`, answering with the raw response."""

    def __init__(self, resource: AsyncAccount) -> None:
        self.retrieve = async_raw(resource.retrieve)
