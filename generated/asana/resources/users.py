"""The operations of `client.users`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Users(Resource):
    """The operations of `client.users`."""

    @property
    def with_raw_response(self) -> UsersWithRawResponse:
        """The same methods, answering with the raw response."""
        return UsersWithRawResponse(self)

    def list(
        self,
        *,
        workspace: str | Omit = OMIT,
        team: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.User, models.UserPage]:
        """List the users of a workspace or a team.

        Complexity 1 (read).

        Args:
            workspace: The workspace whose users to list.
            team: The team whose users to list.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_users", locals(), options)

    def retrieve(
        self,
        user_gid: str,
        *,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.UserReply:
        """Retrieve a user.

        Complexity 1 (read).

        Args:
            user_gid: The user's identifier
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("get_user", locals(), options)


class AsyncUsers(AsyncResource):
    """The operations of `client.users`."""

    @property
    def with_raw_response(self) -> AsyncUsersWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncUsersWithRawResponse(self)

    def list(
        self,
        *,
        workspace: str | Omit = OMIT,
        team: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.User, models.UserPage]:
        """List the users of a workspace or a team.

        Complexity 1 (read).

        Args:
            workspace: The workspace whose users to list.
            team: The team whose users to list.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_users", locals(), options)

    async def retrieve(
        self,
        user_gid: str,
        *,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.UserReply:
        """Retrieve a user.

        Complexity 1 (read).

        Args:
            user_gid: The user's identifier
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("get_user", locals(), options)


class UsersWithRawResponse:
    """The methods of `Users`, answering with the raw response."""

    def __init__(self, resource: Users) -> None:
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncUsersWithRawResponse:
    """The methods of `AsyncUsers`, answering with the raw response."""

    def __init__(self, resource: AsyncUsers) -> None:
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
