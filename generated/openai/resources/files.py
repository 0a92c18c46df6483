"""The operations of `client.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import (
    OMIT,
    AsyncResource,
    Resource,
    async_raw,
    async_streamed,
    raw,
    streamed,
)

if TYPE_CHECKING:
    from typing import Literal

    from connector_runtime.client import CallOptions, FileInput, Omit, Page, PendingPage

    from .. import models, params


class Files(Resource):
    """The operations of `client.files`."""

    @property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same methods, answering with the raw response."""
        return FilesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> FilesWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `with`."""
        return FilesWithStreamingResponse(self)

    def content(
        self,
        file_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> bytes:
        """Get what a file holds.

        Complexity 1 (read).

        Args:
            file_id: The file's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("download_file", locals(), options)

    def create(
        self,
        *,
        file: FileInput,
        purpose: params.CreateFilePurposeParams,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.File:
        """Upload a file of at most 512 MB.

        Complexity 3 (write). Undone by delete_file.

        Args:
            file: The file.
            purpose: What it is for.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("create_file", locals(), options)

    def delete(
        self,
        file_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a file.

        Complexity 4 (critical).

        Args:
            file_id: The file's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("delete_file", locals(), options)

    def list(
        self,
        *,
        purpose: str | Omit = OMIT,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        order: Literal["asc", "desc"] | str | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.File, models.ListFilesReply]:
        """List files.

        Complexity 1 (read).

        Args:
            purpose: Only files for this.
            after: Starts the page after this identifier.
            limit: Most items on a page.
            order: By the time of creation.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_files", locals(), options)

    def retrieve(
        self,
        file_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.File:
        """Look at a file's facts.

        Complexity 1 (read).

        Args:
            file_id: The file's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("retrieve_file", locals(), options)


class AsyncFiles(AsyncResource):
    """The operations of `client.files`."""

    @property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncFilesWithRawResponse(self)

    @property
    def with_streaming_response(self) -> AsyncFilesWithStreamingResponse:
        """The methods whose reply can be read while it comes: use them with `async with`."""
        return AsyncFilesWithStreamingResponse(self)

    async def content(
        self,
        file_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> bytes:
        """Get what a file holds.

        Complexity 1 (read).

        Args:
            file_id: The file's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("download_file", locals(), options)

    async def create(
        self,
        *,
        file: FileInput,
        purpose: params.CreateFilePurposeParams,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.File:
        """Upload a file of at most 512 MB.

        Complexity 3 (write). Undone by delete_file.

        Args:
            file: The file.
            purpose: What it is for.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("create_file", locals(), options)

    async def delete(
        self,
        file_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a file.

        Complexity 4 (critical).

        Args:
            file_id: The file's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("delete_file", locals(), options)

    def list(
        self,
        *,
        purpose: str | Omit = OMIT,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        order: Literal["asc", "desc"] | str | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.File, models.ListFilesReply]:
        """List files.

        Complexity 1 (read).

        Args:
            purpose: Only files for this.
            after: Starts the page after this identifier.
            limit: Most items on a page.
            order: By the time of creation.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_files", locals(), options)

    async def retrieve(
        self,
        file_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.File:
        """Look at a file's facts.

        Complexity 1 (read).

        Args:
            file_id: The file's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("retrieve_file", locals(), options)


class FilesWithRawResponse:
    """The methods of `Files`, answering with the raw response."""

    def __init__(self, resource: Files) -> None:
        self.content = raw(resource.content)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class FilesWithStreamingResponse:
    """The methods of `Files` whose reply can be read while it comes."""

    def __init__(self, resource: Files) -> None:
        self.content = streamed(resource.content)


class AsyncFilesWithRawResponse:
    """The methods of `AsyncFiles`, answering with the raw response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.content = async_raw(resource.content)
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)


class AsyncFilesWithStreamingResponse:
    """The methods of `AsyncFiles` whose reply can be read while it comes."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.content = async_streamed(resource.content)
