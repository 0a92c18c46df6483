"""The operations of `client.embeddings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Embeddings(Resource):
    """The operations of `client.embeddings`."""

    @property
    def with_raw_response(self) -> EmbeddingsWithRawResponse:
        """The same methods, answering with the raw response."""
        return EmbeddingsWithRawResponse(self)

    def create(
        self,
        *,
        input: str | list[str] | list[int] | list[list[int]],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        encoding_format: Literal["float", "base64"] | str | Omit = OMIT,
        dimensions: int | Omit = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CreateEmbeddingReply:
        """Turn text into vectors.

        Complexity 1 (read).

        Args:
            input: The text, several texts, or texts as lists of tokens.
            model: The model, such as `text-embedding-3-small`.
            organization: The organization that pays.
            project: The project that pays.
            encoding_format: How the vectors are written.
            dimensions: How long the vectors are.
            user: Who asks; helps OpenAI to find abuse.
        """
        return self._call("create_embedding", locals(), options)


class AsyncEmbeddings(AsyncResource):
    """The operations of `client.embeddings`."""

    @property
    def with_raw_response(self) -> AsyncEmbeddingsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncEmbeddingsWithRawResponse(self)

    async def create(
        self,
        *,
        input: str | list[str] | list[int] | list[list[int]],
        model: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        encoding_format: Literal["float", "base64"] | str | Omit = OMIT,
        dimensions: int | Omit = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CreateEmbeddingReply:
        """Turn text into vectors.

        Complexity 1 (read).

        Args:
            input: The text, several texts, or texts as lists of tokens.
            model: The model, such as `text-embedding-3-small`.
            organization: The organization that pays.
            project: The project that pays.
            encoding_format: How the vectors are written.
            dimensions: How long the vectors are.
            user: Who asks; helps OpenAI to find abuse.
        """
        return await self._call("create_embedding", locals(), options)


class EmbeddingsWithRawResponse:
    """The methods of `Embeddings`, answering with the raw response."""

    def __init__(self, resource: Embeddings) -> None:
        self.create = raw(resource.create)


class AsyncEmbeddingsWithRawResponse:
    """The methods of `AsyncEmbeddings`, answering with the raw response."""

    def __init__(self, resource: AsyncEmbeddings) -> None:
        self.create = async_raw(resource.create)
