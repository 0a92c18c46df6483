"""The operations of `client.batches`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Batches(Resource):
    """The operations of `client.batches`."""

    @property
    def with_raw_response(self) -> BatchesWithRawResponse:
        """The same methods, answering with the raw response."""
        return BatchesWithRawResponse(self)

    def cancel(
        self,
        batch_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Batch:
        """Stop a batch; what is done stays done.

        Complexity 4 (critical).

        Args:
            batch_id: The batch's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("cancel_batch", locals(), options)

    def create(
        self,
        *,
        input_file_id: str,
        endpoint: str,
        completion_window: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Batch:
        """Run the requests of an uploaded file.

        Complexity 3 (write).

        Args:
            input_file_id: The file with one request a line.
            endpoint: Where they go, such as `/v1/chat/completions`.
            completion_window: When all must be done: `24h`.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("create_batch", locals(), options)

    def list(
        self,
        *,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Batch, models.ListBatchesReply]:
        """List batches, newest first.

        Complexity 1 (read).

        Args:
            after: Starts the page after this identifier.
            limit: Most items on a page.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_batches", locals(), options)

    def retrieve(
        self,
        batch_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Batch:
        """See how far a batch is.

        Complexity 1 (read).

        Args:
            batch_id: The batch's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("retrieve_batch", locals(), options)


class AsyncBatches(AsyncResource):
    """The operations of `client.batches`."""

    @property
    def with_raw_response(self) -> AsyncBatchesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncBatchesWithRawResponse(self)

    async def cancel(
        self,
        batch_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Batch:
        """Stop a batch; what is done stays done.

        Complexity 4 (critical).

        Args:
            batch_id: The batch's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("cancel_batch", locals(), options)

    async def create(
        self,
        *,
        input_file_id: str,
        endpoint: str,
        completion_window: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Batch:
        """Run the requests of an uploaded file.

        Complexity 3 (write).

        Args:
            input_file_id: The file with one request a line.
            endpoint: Where they go, such as `/v1/chat/completions`.
            completion_window: When all must be done: `24h`.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("create_batch", locals(), options)

    def list(
        self,
        *,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Batch, models.ListBatchesReply]:
        """List batches, newest first.

        Complexity 1 (read).

        Args:
            after: Starts the page after this identifier.
            limit: Most items on a page.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_batches", locals(), options)

    async def retrieve(
        self,
        batch_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Batch:
        """See how far a batch is.

        Complexity 1 (read).

        Args:
            batch_id: The batch's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("retrieve_batch", locals(), options)


class BatchesWithRawResponse:
    """The methods of `Batches`, answering with the raw response."""

    def __init__(self, resource: Batches) -> None:
        self.cancel = raw(resource.cancel)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncBatchesWithRawResponse:
    """The methods of `AsyncBatches`, answering with the raw response."""

    def __init__(self, resource: AsyncBatches) -> None:
        self.cancel = async_raw(resource.cancel)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
