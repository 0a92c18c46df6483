"""The operations of `client.contacts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Contacts(Resource):
    """The operations of `client.contacts`."""

    @property
    def with_raw_response(self) -> ContactsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ContactsWithRawResponse(self)

    def create(
        self,
        *,
        last_name: str,
        account_id: str | Omit | None = OMIT,
        first_name: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        mailing_city: str | Omit | None = OMIT,
        mailing_state: str | Omit | None = OMIT,
        mailing_country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create a contact.

        Complexity 3 (write). Undone by delete_contact.

        Args:
            last_name: The family name.
            account_id: The account the person belongs to.
            owner_id: The user who owns the record.
        """
        return self._call("create_contact", locals(), options)

    def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move a contact to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        reply: None = self._call("delete_contact", locals(), options)
        return reply

    def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Contact:
        """Retrieve a contact.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return self._call("get_contact", locals(), options)

    def update(
        self,
        id: str,
        *,
        account_id: str | Omit | None = OMIT,
        first_name: str | Omit | None = OMIT,
        last_name: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        mailing_city: str | Omit | None = OMIT,
        mailing_state: str | Omit | None = OMIT,
        mailing_country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update a contact.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            account_id: The account the person belongs to.
            last_name: The family name.
            owner_id: The user who owns the record.
        """
        reply: None = self._call("update_contact", locals(), options)
        return reply


class AsyncContacts(AsyncResource):
    """The operations of `client.contacts`."""

    @property
    def with_raw_response(self) -> AsyncContactsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncContactsWithRawResponse(self)

    async def create(
        self,
        *,
        last_name: str,
        account_id: str | Omit | None = OMIT,
        first_name: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        mailing_city: str | Omit | None = OMIT,
        mailing_state: str | Omit | None = OMIT,
        mailing_country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create a contact.

        Complexity 3 (write). Undone by delete_contact.

        Args:
            last_name: The family name.
            account_id: The account the person belongs to.
            owner_id: The user who owns the record.
        """
        return await self._call("create_contact", locals(), options)

    async def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move a contact to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        return await self._call("delete_contact", locals(), options)

    async def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Contact:
        """Retrieve a contact.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return await self._call("get_contact", locals(), options)

    async def update(
        self,
        id: str,
        *,
        account_id: str | Omit | None = OMIT,
        first_name: str | Omit | None = OMIT,
        last_name: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        mailing_city: str | Omit | None = OMIT,
        mailing_state: str | Omit | None = OMIT,
        mailing_country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update a contact.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            account_id: The account the person belongs to.
            last_name: The family name.
            owner_id: The user who owns the record.
        """
        return await self._call("update_contact", locals(), options)


class ContactsWithRawResponse:
    """The methods of `Contacts`, answering with the raw response."""

    def __init__(self, resource: Contacts) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncContactsWithRawResponse:
    """The methods of `AsyncContacts`, answering with the raw response."""

    def __init__(self, resource: AsyncContacts) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
