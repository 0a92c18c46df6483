"""The operations of `client.owners`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Owners(Resource):
    """The operations of `client.owners`."""

    @property
    def with_raw_response(self) -> OwnersWithRawResponse:
        """The same methods, answering with the raw response."""
        return OwnersWithRawResponse(self)

    def list(
        self,
        *,
        email: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Owner, models.OwnerList]:
        """List the users who can own records.

        Complexity 1 (read).

        Args:
            email: Only the owner with this address.
            limit: Most records on a page.
            after: Where the page begins.
            archived: Only records in the recycling bin.
        """
        return self._page("list_owners", locals(), options)


class AsyncOwners(AsyncResource):
    """The operations of `client.owners`."""

    @property
    def with_raw_response(self) -> AsyncOwnersWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncOwnersWithRawResponse(self)

    def list(
        self,
        *,
        email: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Owner, models.OwnerList]:
        """List the users who can own records.

        Complexity 1 (read).

        Args:
            email: Only the owner with this address.
            limit: Most records on a page.
            after: Where the page begins.
            archived: Only records in the recycling bin.
        """
        return self._page("list_owners", locals(), options)


class OwnersWithRawResponse:
    """The methods of `Owners`, answering with the raw response."""

    def __init__(self, resource: Owners) -> None:
        self.list = raw(resource.list)


class AsyncOwnersWithRawResponse:
    """The methods of `AsyncOwners`, answering with the raw response."""

    def __init__(self, resource: AsyncOwners) -> None:
        self.list = async_raw(resource.list)
