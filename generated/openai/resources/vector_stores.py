"""The operations of `client.vector_stores`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class VectorStores(Resource):
    """The operations of `client.vector_stores`."""

    @property
    def with_raw_response(self) -> VectorStoresWithRawResponse:
        """The same methods, answering with the raw response."""
        return VectorStoresWithRawResponse(self)

    def create(
        self,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        name: str | Omit = OMIT,
        file_ids: builtins.list[str] | Omit = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.VectorStore:
        """Make a store of files.

        Complexity 3 (write). Undone by delete_vector_store.

        Args:
            organization: The organization that pays.
            project: The project that pays.
            name: What it is called.
            file_ids: Files to put into it.
        """
        return self._call("create_vector_store", locals(), options)

    def delete(
        self,
        vector_store_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a store; its files stay.

        Complexity 4 (critical).

        Args:
            vector_store_id: The store's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("delete_vector_store", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        order: Literal["asc", "desc"] | str | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.VectorStore, models.ListVectorStoresReply]:
        """List vector stores.

        Complexity 1 (read).

        Args:
            limit: Most items on a page.
            order: By the time of creation.
            after: Starts the page after this identifier.
            before: Ends the page before this identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_vector_stores", locals(), options)

    def retrieve(
        self,
        vector_store_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.VectorStore:
        """Look at a store.

        Complexity 1 (read).

        Args:
            vector_store_id: The store's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("get_vector_store", locals(), options)

    def update(
        self,
        vector_store_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        name: str | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.VectorStore:
        """Change a store's name or notes.

        Complexity 3 (write).

        Args:
            vector_store_id: The store's identifier.
            organization: The organization that pays.
            project: The project that pays.
            name: What it is called.
        """
        return self._call("modify_vector_store", locals(), options)


class AsyncVectorStores(AsyncResource):
    """The operations of `client.vector_stores`."""

    @property
    def with_raw_response(self) -> AsyncVectorStoresWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncVectorStoresWithRawResponse(self)

    async def create(
        self,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        name: str | Omit = OMIT,
        file_ids: builtins.list[str] | Omit = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.VectorStore:
        """Make a store of files.

        Complexity 3 (write). Undone by delete_vector_store.

        Args:
            organization: The organization that pays.
            project: The project that pays.
            name: What it is called.
            file_ids: Files to put into it.
        """
        return await self._call("create_vector_store", locals(), options)

    async def delete(
        self,
        vector_store_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a store; its files stay.

        Complexity 4 (critical).

        Args:
            vector_store_id: The store's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("delete_vector_store", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        order: Literal["asc", "desc"] | str | Omit = OMIT,
        after: str | Omit = OMIT,
        before: str | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.VectorStore, models.ListVectorStoresReply]:
        """List vector stores.

        Complexity 1 (read).

        Args:
            limit: Most items on a page.
            order: By the time of creation.
            after: Starts the page after this identifier.
            before: Ends the page before this identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_vector_stores", locals(), options)

    async def retrieve(
        self,
        vector_store_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.VectorStore:
        """Look at a store.

        Complexity 1 (read).

        Args:
            vector_store_id: The store's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("get_vector_store", locals(), options)

    async def update(
        self,
        vector_store_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        name: str | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.VectorStore:
        """Change a store's name or notes.

        Complexity 3 (write).

        Args:
            vector_store_id: The store's identifier.
            organization: The organization that pays.
            project: The project that pays.
            name: What it is called.
        """
        return await self._call("modify_vector_store", locals(), options)


class VectorStoresWithRawResponse:
    """The methods of `VectorStores`, answering with the raw response."""

    def __init__(self, resource: VectorStores) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncVectorStoresWithRawResponse:
    """The methods of `AsyncVectorStores`, answering with the raw response."""

    def __init__(self, resource: AsyncVectorStores) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
