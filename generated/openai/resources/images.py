"""The operations of `client.images`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from typing import Literal

    from connector_runtime.client import CallOptions, FileInput, Omit

    from .. import models


class Images(Resource):
    """The operations of `client.images`."""

    @property
    def with_raw_response(self) -> ImagesWithRawResponse:
        """The same methods, answering with the raw response."""
        return ImagesWithRawResponse(self)

    def edit(
        self,
        *,
        image: FileInput,
        prompt: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        mask: FileInput | Omit = OMIT,
        model: str | Omit = OMIT,
        n: int | Omit = OMIT,
        size: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Images:
        """Change a picture by a description.

        Complexity 2 (draft).

        Args:
            image: The picture to start from.
            prompt: What the new picture shows.
            organization: The organization that pays.
            project: The project that pays.
            mask: Where it may change; the transparent places.
            model: The model.
            n: How many pictures.
            size: Width and height.
        """
        return self._call("create_image_edit", locals(), options)

    def generate(
        self,
        *,
        prompt: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        model: str | Omit = OMIT,
        n: int | Omit = OMIT,
        quality: str | Omit = OMIT,
        response_format: Literal["url", "b64_json"] | str | Omit = OMIT,
        size: str | Omit = OMIT,
        style: Literal["vivid", "natural"] | str | Omit = OMIT,
        background: Literal["transparent", "opaque", "auto"] | str | Omit = OMIT,
        output_format: Literal["png", "jpeg", "webp"] | str | Omit = OMIT,
        output_compression: int | Omit = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Images:
        """Paint a picture from a description.

        Complexity 2 (draft).

        Args:
            prompt: What the picture shows.
            organization: The organization that pays.
            project: The project that pays.
            model: The model, such as `gpt-image-1`.
            n: How many pictures.
            quality: How much care is taken: `low`, `medium`, `high`, `hd`, `standard` or `auto`.
            response_format: As an address that lives an hour, or in the reply.
            size: Width and height, such as `1024x1024`.
            style: How real it looks.
            background: What is behind it.
            output_format: The format of the file.
            output_compression: How small a jpeg or webp is made.
            user: Who asks; helps OpenAI to find abuse.
        """
        return self._call("create_image", locals(), options)


class AsyncImages(AsyncResource):
    """The operations of `client.images`."""

    @property
    def with_raw_response(self) -> AsyncImagesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncImagesWithRawResponse(self)

    async def edit(
        self,
        *,
        image: FileInput,
        prompt: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        mask: FileInput | Omit = OMIT,
        model: str | Omit = OMIT,
        n: int | Omit = OMIT,
        size: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Images:
        """Change a picture by a description.

        Complexity 2 (draft).

        Args:
            image: The picture to start from.
            prompt: What the new picture shows.
            organization: The organization that pays.
            project: The project that pays.
            mask: Where it may change; the transparent places.
            model: The model.
            n: How many pictures.
            size: Width and height.
        """
        return await self._call("create_image_edit", locals(), options)

    async def generate(
        self,
        *,
        prompt: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        model: str | Omit = OMIT,
        n: int | Omit = OMIT,
        quality: str | Omit = OMIT,
        response_format: Literal["url", "b64_json"] | str | Omit = OMIT,
        size: str | Omit = OMIT,
        style: Literal["vivid", "natural"] | str | Omit = OMIT,
        background: Literal["transparent", "opaque", "auto"] | str | Omit = OMIT,
        output_format: Literal["png", "jpeg", "webp"] | str | Omit = OMIT,
        output_compression: int | Omit = OMIT,
        user: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Images:
        """Paint a picture from a description.

        Complexity 2 (draft).

        Args:
            prompt: What the picture shows.
            organization: The organization that pays.
            project: The project that pays.
            model: The model, such as `gpt-image-1`.
            n: How many pictures.
            quality: How much care is taken: `low`, `medium`, `high`, `hd`, `standard` or `auto`.
            response_format: As an address that lives an hour, or in the reply.
            size: Width and height, such as `1024x1024`.
            style: How real it looks.
            background: What is behind it.
            output_format: The format of the file.
            output_compression: How small a jpeg or webp is made.
            user: Who asks; helps OpenAI to find abuse.
        """
        return await self._call("create_image", locals(), options)


class ImagesWithRawResponse:
    """The methods of `Images`, answering with the raw response."""

    def __init__(self, resource: Images) -> None:
        self.edit = raw(resource.edit)
        self.generate = raw(resource.generate)


class AsyncImagesWithRawResponse:
    """The methods of `AsyncImages`, answering with the raw response."""

    def __init__(self, resource: AsyncImages) -> None:
        self.edit = async_raw(resource.edit)
        self.generate = async_raw(resource.generate)
