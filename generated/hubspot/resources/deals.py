"""The operations of `client.deals`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Deals(Resource):
    """The operations of `client.deals`."""

    @property
    def with_raw_response(self) -> DealsWithRawResponse:
        """The same methods, answering with the raw response."""
        return DealsWithRawResponse(self)

    def associate(
        self,
        deal_id: str,
        to_object_type: str,
        to_object_id: str,
        association_type: str,
        *,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Connect a deal with another record.

        Complexity 3 (write).

        Args:
            deal_id: The deal's identifier.
            to_object_type: The kind of the other record.
            to_object_id: The other record's identifier.
            association_type: What one is to the other, such as deal_to_contact.
        """
        return self._call("associate_deal", locals(), options)

    def create(
        self,
        *,
        properties: params.DealPropertiesParams | models.DealProperties,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Create a deal.

        Complexity 3 (write). Undone by delete_deal.
        """
        return self._call("create_deal", locals(), options)

    def delete(self, deal_id: str, *, options: CallOptions | None = None) -> None:
        """Move a deal to the recycling bin.

        Complexity 4 (critical).

        Args:
            deal_id: The deal's identifier, or another unique property that idProperty names.
        """
        reply: None = self._call("delete_deal", locals(), options)
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
    ) -> Page[models.Deal, models.DealPage]:
        """List deals.

        Complexity 1 (read).

        Args:
            limit: Most records on a page.
            after: Where the page begins.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
        """
        return self._page("list_deals", locals(), options)

    def retrieve(
        self,
        deal_id: str,
        *,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Retrieve a deal.

        Complexity 1 (read).

        Args:
            deal_id: The deal's identifier, or another unique property that idProperty names.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
            id_property: The unique property that the identifier in the path is of.
        """
        return self._call("get_deal", locals(), options)

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
    ) -> Page[models.Deal, models.DealPage]:
        """Search deals by their properties.

        Complexity 1 (read).

        Args:
            filter_groups: Records that match any of these.
            sorts: Properties to sort by; a minus before one turns its order round.
            query: Words that any of the common properties has.
            properties: The properties to answer with.
            limit: Most records on a page.
            after: Where the page begins.
        """
        return self._page("search_deals", locals(), options)

    def update(
        self,
        deal_id: str,
        *,
        properties: params.DealPropertiesParams | models.DealProperties,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Update a deal.

        Complexity 3 (write).

        Args:
            deal_id: The deal's identifier, or another unique property that idProperty names.
            id_property: The unique property that the identifier in the path is of.
        """
        return self._call("update_deal", locals(), options)


class AsyncDeals(AsyncResource):
    """The operations of `client.deals`."""

    @property
    def with_raw_response(self) -> AsyncDealsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncDealsWithRawResponse(self)

    async def associate(
        self,
        deal_id: str,
        to_object_type: str,
        to_object_id: str,
        association_type: str,
        *,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Connect a deal with another record.

        Complexity 3 (write).

        Args:
            deal_id: The deal's identifier.
            to_object_type: The kind of the other record.
            to_object_id: The other record's identifier.
            association_type: What one is to the other, such as deal_to_contact.
        """
        return await self._call("associate_deal", locals(), options)

    async def create(
        self,
        *,
        properties: params.DealPropertiesParams | models.DealProperties,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Create a deal.

        Complexity 3 (write). Undone by delete_deal.
        """
        return await self._call("create_deal", locals(), options)

    async def delete(self, deal_id: str, *, options: CallOptions | None = None) -> None:
        """Move a deal to the recycling bin.

        Complexity 4 (critical).

        Args:
            deal_id: The deal's identifier, or another unique property that idProperty names.
        """
        return await self._call("delete_deal", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Deal, models.DealPage]:
        """List deals.

        Complexity 1 (read).

        Args:
            limit: Most records on a page.
            after: Where the page begins.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
        """
        return self._page("list_deals", locals(), options)

    async def retrieve(
        self,
        deal_id: str,
        *,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Retrieve a deal.

        Complexity 1 (read).

        Args:
            deal_id: The deal's identifier, or another unique property that idProperty names.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
            id_property: The unique property that the identifier in the path is of.
        """
        return await self._call("get_deal", locals(), options)

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
    ) -> PendingPage[models.Deal, models.DealPage]:
        """Search deals by their properties.

        Complexity 1 (read).

        Args:
            filter_groups: Records that match any of these.
            sorts: Properties to sort by; a minus before one turns its order round.
            query: Words that any of the common properties has.
            properties: The properties to answer with.
            limit: Most records on a page.
            after: Where the page begins.
        """
        return self._page("search_deals", locals(), options)

    async def update(
        self,
        deal_id: str,
        *,
        properties: params.DealPropertiesParams | models.DealProperties,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deal:
        """Update a deal.

        Complexity 3 (write).

        Args:
            deal_id: The deal's identifier, or another unique property that idProperty names.
            id_property: The unique property that the identifier in the path is of.
        """
        return await self._call("update_deal", locals(), options)


class DealsWithRawResponse:
    """The methods of `Deals`, answering with the raw response."""

    def __init__(self, resource: Deals) -> None:
        self.associate = raw(resource.associate)
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.search = raw(resource.search)
        self.update = raw(resource.update)


class AsyncDealsWithRawResponse:
    """The methods of `AsyncDeals`, answering with the raw response."""

    def __init__(self, resource: AsyncDeals) -> None:
        self.associate = async_raw(resource.associate)
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.search = async_raw(resource.search)
        self.update = async_raw(resource.update)
