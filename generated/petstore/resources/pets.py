"""The operations of `client.pets`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from datetime import date

    from connector_runtime.client import CallOptions, FileInput, Omit, Page, PendingPage

    from .. import models, params


class Pets(Resource):
    """The operations of `client.pets`."""

    @property
    def with_raw_response(self) -> PetsWithRawResponse:
        """The same methods, answering with the raw response."""
        return PetsWithRawResponse(self)

    def create(
        self,
        *,
        name: str,
        status: params.PetStatusParams | Omit = OMIT,
        tags: builtins.list[str] | Omit = OMIT,
        born_on: date | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Pet:
        """Put a pet up for sale.

        Complexity 3 (write). Undone by delete_pet.

        Args:
            name: What the pet is called.
            tags: Words to find it by.
            born_on: Its birthday, if that is known.
        """
        return self._call("create_pet", locals(), options)

    def delete(self, pet_id: int, *, options: CallOptions | None = None) -> None:
        """Remove a pet for good.

        Complexity 4 (critical).

        Args:
            pet_id: The pet's number.
        """
        reply: None = self._call("delete_pet", locals(), options)
        return reply

    def list(
        self,
        *,
        status: params.PetStatusParams | Omit = OMIT,
        tags: builtins.list[str] | Omit = OMIT,
        limit: int | Omit = OMIT,
        cursor: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Pet, models.PetPage]:
        """List pets, newest first.

        Complexity 1 (read).

        Args:
            status: Only pets in this state.
            tags: Only pets that have all of these tags.
            limit: Most pets on a page.
            cursor: Where the page begins.
        """
        return self._page("list_pets", locals(), options)

    def photo(
        self,
        pet_id: int,
        *,
        photo: FileInput,
        caption: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Pet:
        """Add a photo of a pet.

        Complexity 3 (write).

        Args:
            pet_id: The pet's number.
            photo: A JPEG or PNG file.
            caption: What the photo shows.
        """
        return self._call("upload_photo", locals(), options)

    def retrieve(self, pet_id: int, *, options: CallOptions | None = None) -> models.Pet:
        """Look at one pet.

        Complexity 1 (read).

        Args:
            pet_id: The pet's number.
        """
        return self._call("get_pet", locals(), options)

    def update(
        self,
        pet_id: int,
        *,
        name: str | Omit = OMIT,
        status: params.PetStatusParams | Omit = OMIT,
        tags: builtins.list[str] | Omit = OMIT,
        born_on: date | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Pet:
        """Change some facts about a pet.

        Complexity 3 (write).

        Args:
            pet_id: The pet's number.
            name: What the pet is called.
            tags: Words to find it by.
            born_on: Null takes the birthday away.
        """
        return self._call("update_pet", locals(), options)


class AsyncPets(AsyncResource):
    """The operations of `client.pets`."""

    @property
    def with_raw_response(self) -> AsyncPetsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncPetsWithRawResponse(self)

    async def create(
        self,
        *,
        name: str,
        status: params.PetStatusParams | Omit = OMIT,
        tags: builtins.list[str] | Omit = OMIT,
        born_on: date | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Pet:
        """Put a pet up for sale.

        Complexity 3 (write). Undone by delete_pet.

        Args:
            name: What the pet is called.
            tags: Words to find it by.
            born_on: Its birthday, if that is known.
        """
        return await self._call("create_pet", locals(), options)

    async def delete(self, pet_id: int, *, options: CallOptions | None = None) -> None:
        """Remove a pet for good.

        Complexity 4 (critical).

        Args:
            pet_id: The pet's number.
        """
        return await self._call("delete_pet", locals(), options)

    def list(
        self,
        *,
        status: params.PetStatusParams | Omit = OMIT,
        tags: builtins.list[str] | Omit = OMIT,
        limit: int | Omit = OMIT,
        cursor: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Pet, models.PetPage]:
        """List pets, newest first.

        Complexity 1 (read).

        Args:
            status: Only pets in this state.
            tags: Only pets that have all of these tags.
            limit: Most pets on a page.
            cursor: Where the page begins.
        """
        return self._page("list_pets", locals(), options)

    async def photo(
        self,
        pet_id: int,
        *,
        photo: FileInput,
        caption: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Pet:
        """Add a photo of a pet.

        Complexity 3 (write).

        Args:
            pet_id: The pet's number.
            photo: A JPEG or PNG file.
            caption: What the photo shows.
        """
        return await self._call("upload_photo", locals(), options)

    async def retrieve(self, pet_id: int, *, options: CallOptions | None = None) -> models.Pet:
        """Look at one pet.

        Complexity 1 (read).

        Args:
            pet_id: The pet's number.
        """
        return await self._call("get_pet", locals(), options)

    async def update(
        self,
        pet_id: int,
        *,
        name: str | Omit = OMIT,
        status: params.PetStatusParams | Omit = OMIT,
        tags: builtins.list[str] | Omit = OMIT,
        born_on: date | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.Pet:
        """Change some facts about a pet.

        Complexity 3 (write).

        Args:
            pet_id: The pet's number.
            name: What the pet is called.
            tags: Words to find it by.
            born_on: Null takes the birthday away.
        """
        return await self._call("update_pet", locals(), options)


class PetsWithRawResponse:
    """The methods of `Pets`, answering with the raw response."""

    def __init__(self, resource: Pets) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.photo = raw(resource.photo)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncPetsWithRawResponse:
    """The methods of `AsyncPets`, answering with the raw response."""

    def __init__(self, resource: AsyncPets) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.photo = async_raw(resource.photo)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
