"""The operations of `client.users`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Users(Resource):
    """The operations of `client.users`."""

    @property
    def with_raw_response(self) -> UsersWithRawResponse:
        """The same methods, answering with the raw response."""
        return UsersWithRawResponse(self)

    def info(self, *, user: str, options: CallOptions | None = None) -> models.UserReply:
        """Look at one user.

        Complexity 1 (read).

        Args:
            user: The user's identifier.
        """
        return self._call("get_user", locals(), options)

    def list(
        self,
        *,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.User, models.UserList]:
        """List the members of the workspace.

        Complexity 1 (read).

        Args:
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("list_users", locals(), options)

    def lookup_by_email(
        self, *, email: str, options: CallOptions | None = None
    ) -> models.UserReply:
        """Find a user by email address.

        Complexity 1 (read).

        Args:
            email: The address.
        """
        return self._call("find_user_by_email", locals(), options)


class AsyncUsers(AsyncResource):
    """The operations of `client.users`."""

    @property
    def with_raw_response(self) -> AsyncUsersWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncUsersWithRawResponse(self)

    async def info(self, *, user: str, options: CallOptions | None = None) -> models.UserReply:
        """Look at one user.

        Complexity 1 (read).

        Args:
            user: The user's identifier.
        """
        return await self._call("get_user", locals(), options)

    def list(
        self,
        *,
        cursor: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.User, models.UserList]:
        """List the members of the workspace.

        Complexity 1 (read).

        Args:
            cursor: Where the page begins.
            limit: Most items on a page.
        """
        return self._page("list_users", locals(), options)

    async def lookup_by_email(
        self, *, email: str, options: CallOptions | None = None
    ) -> models.UserReply:
        """Find a user by email address.

        Complexity 1 (read).

        Args:
            email: The address.
        """
        return await self._call("find_user_by_email", locals(), options)


class UsersWithRawResponse:
    """The methods of `Users`, answering with the raw response."""

    def __init__(self, resource: Users) -> None:
        self.info = raw(resource.info)
        self.list = raw(resource.list)
        self.lookup_by_email = raw(resource.lookup_by_email)


class AsyncUsersWithRawResponse:
    """The methods of `AsyncUsers`, answering with the raw response."""

    def __init__(self, resource: AsyncUsers) -> None:
        self.info = async_raw(resource.info)
        self.list = async_raw(resource.list)
        self.lookup_by_email = async_raw(resource.lookup_by_email)
