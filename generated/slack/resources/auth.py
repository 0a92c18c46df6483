"""The operations of `client.auth`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions

    from .. import models


class Auth(Resource):
    """The operations of `client.auth`."""

    @property
    def with_raw_response(self) -> AuthWithRawResponse:
        """The same methods, answering with the raw response."""
        return AuthWithRawResponse(self)

    def test(self, *, options: CallOptions | None = None) -> models.Identity:
        """Tell whose token this is.

        Complexity 1 (read).
        """
        return self._call("test_auth", locals(), options)


class AsyncAuth(AsyncResource):
    """The operations of `client.auth`."""

    @property
    def with_raw_response(self) -> AsyncAuthWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncAuthWithRawResponse(self)

    async def test(self, *, options: CallOptions | None = None) -> models.Identity:
        """Tell whose token this is.

        Complexity 1 (read).
        """
        return await self._call("test_auth", locals(), options)


class AuthWithRawResponse:
    """The methods of `Auth`, answering with the raw response."""

    def __init__(self, resource: Auth) -> None:
        self.test = raw(resource.test)


class AsyncAuthWithRawResponse:
    """The methods of `AsyncAuth`, answering with the raw response."""

    def __init__(self, resource: AsyncAuth) -> None:
        self.test = async_raw(resource.test)
