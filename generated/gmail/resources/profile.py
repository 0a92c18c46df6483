"""The operations of `client.profile`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Profile(Resource):
    """The operations of `client.profile`."""

    @property
    def with_raw_response(self) -> ProfileWithRawResponse:
        """The same methods, answering with the raw response."""
        return ProfileWithRawResponse(self)

    def retrieve(
        self, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Profile:
        """Tell whose mailbox the token opens.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("get_profile", locals(), options)


class AsyncProfile(AsyncResource):
    """The operations of `client.profile`."""

    @property
    def with_raw_response(self) -> AsyncProfileWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncProfileWithRawResponse(self)

    async def retrieve(
        self, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Profile:
        """Tell whose mailbox the token opens.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("get_profile", locals(), options)


class ProfileWithRawResponse:
    """The methods of `Profile`, answering with the raw response."""

    def __init__(self, resource: Profile) -> None:
        self.retrieve = raw(resource.retrieve)


class AsyncProfileWithRawResponse:
    """The methods of `AsyncProfile`, answering with the raw response."""

    def __init__(self, resource: AsyncProfile) -> None:
        self.retrieve = async_raw(resource.retrieve)
