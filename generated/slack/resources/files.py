"""The operations of `client.files`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models, params


class Files(Resource):
    """The operations of `client.files`."""

    @property
    def with_raw_response(self) -> FilesWithRawResponse:
        """The same methods, answering with the raw response."""
        return FilesWithRawResponse(self)

    def complete_upload_external(
        self,
        *,
        files: list[params.UploadedFileParams | models.UploadedFile],
        channel_id: str | Omit = OMIT,
        initial_comment: str | Omit = OMIT,
        thread_ts: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FilesReply:
        """Share files that were uploaded.

        Complexity 3 (write).

        Args:
            files: The files.
            channel_id: Where to share them.
            initial_comment: The message that goes with them.
            thread_ts: The message to answer in its thread.
        """
        return self._call("complete_upload", locals(), options)

    def get_upload_url_external(
        self, *, filename: str, length: int, options: CallOptions | None = None
    ) -> models.UploadUrl:
        """Reserve the address to upload a file to.

        Complexity 3 (write).

        Args:
            filename: The file's name.
            length: Its size in bytes.
        """
        return self._call("get_upload_url", locals(), options)


class AsyncFiles(AsyncResource):
    """The operations of `client.files`."""

    @property
    def with_raw_response(self) -> AsyncFilesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncFilesWithRawResponse(self)

    async def complete_upload_external(
        self,
        *,
        files: list[params.UploadedFileParams | models.UploadedFile],
        channel_id: str | Omit = OMIT,
        initial_comment: str | Omit = OMIT,
        thread_ts: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FilesReply:
        """Share files that were uploaded.

        Complexity 3 (write).

        Args:
            files: The files.
            channel_id: Where to share them.
            initial_comment: The message that goes with them.
            thread_ts: The message to answer in its thread.
        """
        return await self._call("complete_upload", locals(), options)

    async def get_upload_url_external(
        self, *, filename: str, length: int, options: CallOptions | None = None
    ) -> models.UploadUrl:
        """Reserve the address to upload a file to.

        Complexity 3 (write).

        Args:
            filename: The file's name.
            length: Its size in bytes.
        """
        return await self._call("get_upload_url", locals(), options)


class FilesWithRawResponse:
    """The methods of `Files`, answering with the raw response."""

    def __init__(self, resource: Files) -> None:
        self.complete_upload_external = raw(resource.complete_upload_external)
        self.get_upload_url_external = raw(resource.get_upload_url_external)


class AsyncFilesWithRawResponse:
    """The methods of `AsyncFiles`, answering with the raw response."""

    def __init__(self, resource: AsyncFiles) -> None:
        self.complete_upload_external = async_raw(resource.complete_upload_external)
        self.get_upload_url_external = async_raw(resource.get_upload_url_external)
