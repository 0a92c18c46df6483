"""The operations of `client.pipelines`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions

    from .. import models


class Pipelines(Resource):
    """The operations of `client.pipelines`."""

    @property
    def with_raw_response(self) -> PipelinesWithRawResponse:
        """The same methods, answering with the raw response."""
        return PipelinesWithRawResponse(self)

    def list(self, object_type: str, *, options: CallOptions | None = None) -> models.PipelineList:
        """List the pipelines of a kind of records with their stages.

        Complexity 1 (read).

        Args:
            object_type: The kind of records: deals or tickets.
        """
        return self._call("list_pipelines", locals(), options)


class AsyncPipelines(AsyncResource):
    """The operations of `client.pipelines`."""

    @property
    def with_raw_response(self) -> AsyncPipelinesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncPipelinesWithRawResponse(self)

    async def list(
        self, object_type: str, *, options: CallOptions | None = None
    ) -> models.PipelineList:
        """List the pipelines of a kind of records with their stages.

        Complexity 1 (read).

        Args:
            object_type: The kind of records: deals or tickets.
        """
        return await self._call("list_pipelines", locals(), options)


class PipelinesWithRawResponse:
    """The methods of `Pipelines`, answering with the raw response."""

    def __init__(self, resource: Pipelines) -> None:
        self.list = raw(resource.list)


class AsyncPipelinesWithRawResponse:
    """The methods of `AsyncPipelines`, answering with the raw response."""

    def __init__(self, resource: AsyncPipelines) -> None:
        self.list = async_raw(resource.list)
