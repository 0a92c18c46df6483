"""The operations of `client.contacts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Contacts(Resource):
    """The operations of `client.contacts`."""

    @property
    def with_raw_response(self) -> ContactsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ContactsWithRawResponse(self)

    def create(
        self,
        *,
        properties: params.ContactPropertiesParams | models.ContactProperties,
        options: CallOptions | None = None,
    ) -> models.Contact:
        """Create a contact.

        Complexity 3 (write). Undone by delete_contact.
        """
        return self._call("create_contact", locals(), options)

    def delete(self, contact_id: str, *, options: CallOptions | None = None) -> None:
        """Move a contact to the recycling bin.

        Complexity 4 (critical).

        Args:
            contact_id: The contact's identifier, or another unique property that idProperty names.
        """
        reply: None = self._call("delete_contact", locals(), options)
        return reply

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Contact, models.ContactPage]:
        """List contacts.

        Complexity 1 (read).

        Args:
            limit: Most records on a page.
            after: Where the page begins.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
        """
        return self._page("list_contacts", locals(), options)

    def retrieve(
        self,
        contact_id: str,
        *,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Contact:
        """Retrieve a contact.

        Complexity 1 (read).

        Args:
            contact_id: The contact's identifier, or another unique property that idProperty names.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
            id_property: The unique property that the identifier in the path is of.
        """
        return self._call("get_contact", locals(), options)

    def search(
        self,
        *,
        filter_groups: builtins.list[params.FilterGroupParams] | Omit = OMIT,
        sorts: builtins.list[str] | Omit = OMIT,
        query: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        limit: int | Omit = OMIT,
        after: str | int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Contact, models.ContactPage]:
        """Search contacts by their properties.

        Complexity 1 (read).

        Args:
            filter_groups: Records that match any of these.
            sorts: Properties to sort by; a minus before one turns its order round.
            query: Words that any of the common properties has.
            properties: The properties to answer with.
            limit: Most records on a page.
            after: Where the page begins.
        """
        return self._page("search_contacts", locals(), options)

    def update(
        self,
        contact_id: str,
        *,
        properties: params.ContactPropertiesParams | models.ContactProperties,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Contact:
        """Update a contact.

        Complexity 3 (write).

        Args:
            contact_id: The contact's identifier, or another unique property that idProperty names.
            id_property: The unique property that the identifier in the path is of.
        """
        return self._call("update_contact", locals(), options)


class AsyncContacts(AsyncResource):
    """The operations of `client.contacts`."""

    @property
    def with_raw_response(self) -> AsyncContactsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncContactsWithRawResponse(self)

    async def create(
        self,
        *,
        properties: params.ContactPropertiesParams | models.ContactProperties,
        options: CallOptions | None = None,
    ) -> models.Contact:
        """Create a contact.

        Complexity 3 (write). Undone by delete_contact.
        """
        return await self._call("create_contact", locals(), options)

    async def delete(self, contact_id: str, *, options: CallOptions | None = None) -> None:
        """Move a contact to the recycling bin.

        Complexity 4 (critical).

        Args:
            contact_id: The contact's identifier, or another unique property that idProperty names.
        """
        return await self._call("delete_contact", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Contact, models.ContactPage]:
        """List contacts.

        Complexity 1 (read).

        Args:
            limit: Most records on a page.
            after: Where the page begins.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
        """
        return self._page("list_contacts", locals(), options)

    async def retrieve(
        self,
        contact_id: str,
        *,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Contact:
        """Retrieve a contact.

        Complexity 1 (read).

        Args:
            contact_id: The contact's identifier, or another unique property that idProperty names.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
            id_property: The unique property that the identifier in the path is of.
        """
        return await self._call("get_contact", locals(), options)

    def search(
        self,
        *,
        filter_groups: builtins.list[params.FilterGroupParams] | Omit = OMIT,
        sorts: builtins.list[str] | Omit = OMIT,
        query: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        limit: int | Omit = OMIT,
        after: str | int | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Contact, models.ContactPage]:
        """Search contacts by their properties.

        Complexity 1 (read).

        Args:
            filter_groups: Records that match any of these.
            sorts: Properties to sort by; a minus before one turns its order round.
            query: Words that any of the common properties has.
            properties: The properties to answer with.
            limit: Most records on a page.
            after: Where the page begins.
        """
        return self._page("search_contacts", locals(), options)

    async def update(
        self,
        contact_id: str,
        *,
        properties: params.ContactPropertiesParams | models.ContactProperties,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Contact:
        """Update a contact.

        Complexity 3 (write).

        Args:
            contact_id: The contact's identifier, or another unique property that idProperty names.
            id_property: The unique property that the identifier in the path is of.
        """
        return await self._call("update_contact", locals(), options)


class ContactsWithRawResponse:
    """The methods of `Contacts`, answering with the raw response."""

    def __init__(self, resource: Contacts) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.search = raw(resource.search)
        self.update = raw(resource.update)


class AsyncContactsWithRawResponse:
    """The methods of `AsyncContacts`, answering with the raw response."""

    def __init__(self, resource: AsyncContacts) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.search = async_raw(resource.search)
        self.update = async_raw(resource.update)
