"""The operations of `client.limits`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions

    from .. import models


class Limits(Resource):
    """The operations of `client.limits`."""

    @property
    def with_raw_response(self) -> LimitsWithRawResponse:
        """The same methods, answering with the raw response."""
        return LimitsWithRawResponse(self)

    def retrieve(self, *, options: CallOptions | None = None) -> models.Limits:
        """Show the limits of the organisation and what is left of them.

        Complexity 1 (read).
        """
        return self._call("get_limits", locals(), options)


class AsyncLimits(AsyncResource):
    """The operations of `client.limits`."""

    @property
    def with_raw_response(self) -> AsyncLimitsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncLimitsWithRawResponse(self)

    async def retrieve(self, *, options: CallOptions | None = None) -> models.Limits:
        """Show the limits of the organisation and what is left of them.

        Complexity 1 (read).
        """
        return await self._call("get_limits", locals(), options)


class LimitsWithRawResponse:
    """The methods of `Limits`, answering with the raw response."""

    def __init__(self, resource: Limits) -> None:
        self.retrieve = raw(resource.retrieve)


class AsyncLimitsWithRawResponse:
    """The methods of `AsyncLimits`, answering with the raw response."""

    def __init__(self, resource: AsyncLimits) -> None:
        self.retrieve = async_raw(resource.retrieve)
