"""The clients of OpenAI."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.audio import AsyncAudio, Audio
    from .resources.batches import AsyncBatches, Batches
    from .resources.chat import AsyncChat, Chat
    from .resources.embeddings import AsyncEmbeddings, Embeddings
    from .resources.files import AsyncFiles, Files
    from .resources.fine_tuning import AsyncFineTuning, FineTuning
    from .resources.images import AsyncImages, Images
    from .resources.models import AsyncModels, Models
    from .resources.moderations import AsyncModerations, Moderations
    from .resources.responses import AsyncResponses, Responses
    from .resources.vector_stores import AsyncVectorStores, VectorStores


class OpenAIClient(Client):
    """Synchronous client of OpenAI."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        organization: str | None = None,
        project: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(
            CONNECTOR, credentials, {"organization": organization, "project": project}, settings
        )

    @cached_property
    def audio(self) -> Audio:
        """The operations of `client.audio`."""
        from .resources.audio import Audio

        return Audio(self)

    @cached_property
    def batches(self) -> Batches:
        """The operations of `client.batches`."""
        from .resources.batches import Batches

        return Batches(self)

    @cached_property
    def chat(self) -> Chat:
        """The operations of `client.chat`."""
        from .resources.chat import Chat

        return Chat(self)

    @cached_property
    def embeddings(self) -> Embeddings:
        """The operations of `client.embeddings`."""
        from .resources.embeddings import Embeddings

        return Embeddings(self)

    @cached_property
    def files(self) -> Files:
        """The operations of `client.files`."""
        from .resources.files import Files

        return Files(self)

    @cached_property
    def fine_tuning(self) -> FineTuning:
        """The operations of `client.fine_tuning`."""
        from .resources.fine_tuning import FineTuning

        return FineTuning(self)

    @cached_property
    def images(self) -> Images:
        """The operations of `client.images`."""
        from .resources.images import Images

        return Images(self)

    @cached_property
    def models(self) -> Models:
        """The operations of `client.models`."""
        from .resources.models import Models

        return Models(self)

    @cached_property
    def moderations(self) -> Moderations:
        """The operations of `client.moderations`."""
        from .resources.moderations import Moderations

        return Moderations(self)

    @cached_property
    def responses(self) -> Responses:
        """The operations of `client.responses`."""
        from .resources.responses import Responses

        return Responses(self)

    @cached_property
    def vector_stores(self) -> VectorStores:
        """The operations of `client.vector_stores`."""
        from .resources.vector_stores import VectorStores

        return VectorStores(self)


class AsyncOpenAIClient(AsyncClient):
    """Asynchronous client of OpenAI."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        organization: str | None = None,
        project: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(
            CONNECTOR, credentials, {"organization": organization, "project": project}, settings
        )

    @cached_property
    def audio(self) -> AsyncAudio:
        """The operations of `client.audio`."""
        from .resources.audio import AsyncAudio

        return AsyncAudio(self)

    @cached_property
    def batches(self) -> AsyncBatches:
        """The operations of `client.batches`."""
        from .resources.batches import AsyncBatches

        return AsyncBatches(self)

    @cached_property
    def chat(self) -> AsyncChat:
        """The operations of `client.chat`."""
        from .resources.chat import AsyncChat

        return AsyncChat(self)

    @cached_property
    def embeddings(self) -> AsyncEmbeddings:
        """The operations of `client.embeddings`."""
        from .resources.embeddings import AsyncEmbeddings

        return AsyncEmbeddings(self)

    @cached_property
    def files(self) -> AsyncFiles:
        """The operations of `client.files`."""
        from .resources.files import AsyncFiles

        return AsyncFiles(self)

    @cached_property
    def fine_tuning(self) -> AsyncFineTuning:
        """The operations of `client.fine_tuning`."""
        from .resources.fine_tuning import AsyncFineTuning

        return AsyncFineTuning(self)

    @cached_property
    def images(self) -> AsyncImages:
        """The operations of `client.images`."""
        from .resources.images import AsyncImages

        return AsyncImages(self)

    @cached_property
    def models(self) -> AsyncModels:
        """The operations of `client.models`."""
        from .resources.models import AsyncModels

        return AsyncModels(self)

    @cached_property
    def moderations(self) -> AsyncModerations:
        """The operations of `client.moderations`."""
        from .resources.moderations import AsyncModerations

        return AsyncModerations(self)

    @cached_property
    def responses(self) -> AsyncResponses:
        """The operations of `client.responses`."""
        from .resources.responses import AsyncResponses

        return AsyncResponses(self)

    @cached_property
    def vector_stores(self) -> AsyncVectorStores:
        """The operations of `client.vector_stores`."""
        from .resources.vector_stores import AsyncVectorStores

        return AsyncVectorStores(self)
