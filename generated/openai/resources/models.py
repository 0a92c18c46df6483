"""The operations of `client.models`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Models(Resource):
    """The operations of `client.models`."""

    @property
    def with_raw_response(self) -> ModelsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ModelsWithRawResponse(self)

    def delete(
        self,
        model: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a fine-tuned model of yours.

        Complexity 4 (critical).

        Args:
            model: The model's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("delete_model", locals(), options)

    def list(
        self,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ListModelsReply:
        """List the models that can be asked.

        Complexity 1 (read).

        Args:
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("list_models", locals(), options)

    def retrieve(
        self,
        model: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ModelObject:
        """Look at one model.

        Complexity 1 (read).

        Args:
            model: The model's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("retrieve_model", locals(), options)


class AsyncModels(AsyncResource):
    """The operations of `client.models`."""

    @property
    def with_raw_response(self) -> AsyncModelsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncModelsWithRawResponse(self)

    async def delete(
        self,
        model: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Remove a fine-tuned model of yours.

        Complexity 4 (critical).

        Args:
            model: The model's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("delete_model", locals(), options)

    async def list(
        self,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ListModelsReply:
        """List the models that can be asked.

        Complexity 1 (read).

        Args:
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("list_models", locals(), options)

    async def retrieve(
        self,
        model: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ModelObject:
        """Look at one model.

        Complexity 1 (read).

        Args:
            model: The model's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("retrieve_model", locals(), options)


class ModelsWithRawResponse:
    """The methods of `Models`, answering with the raw response."""

    def __init__(self, resource: Models) -> None:
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncModelsWithRawResponse:
    """The methods of `AsyncModels`, answering with the raw response."""

    def __init__(self, resource: AsyncModels) -> None:
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
