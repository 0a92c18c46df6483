"""The operations of `client.leads`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Leads(Resource):
    """The operations of `client.leads`."""

    @property
    def with_raw_response(self) -> LeadsWithRawResponse:
        """The same methods, answering with the raw response."""
        return LeadsWithRawResponse(self)

    def create(
        self,
        *,
        last_name: str,
        company: str,
        first_name: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        status: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        city: str | Omit | None = OMIT,
        state: str | Omit | None = OMIT,
        country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create a lead.

        Complexity 3 (write). Undone by delete_lead.

        Args:
            last_name: The family name.
            company: Where the person works.
            status: How far the lead has come.
            owner_id: The user who owns the record.
        """
        return self._call("create_lead", locals(), options)

    def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move a lead to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        reply: None = self._call("delete_lead", locals(), options)
        return reply

    def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Lead:
        """Retrieve a lead.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return self._call("get_lead", locals(), options)

    def update(
        self,
        id: str,
        *,
        first_name: str | Omit | None = OMIT,
        last_name: str | Omit | None = OMIT,
        company: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        status: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        city: str | Omit | None = OMIT,
        state: str | Omit | None = OMIT,
        country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update a lead.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            last_name: The family name.
            company: Where the person works.
            status: How far the lead has come.
            owner_id: The user who owns the record.
        """
        reply: None = self._call("update_lead", locals(), options)
        return reply


class AsyncLeads(AsyncResource):
    """The operations of `client.leads`."""

    @property
    def with_raw_response(self) -> AsyncLeadsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncLeadsWithRawResponse(self)

    async def create(
        self,
        *,
        last_name: str,
        company: str,
        first_name: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        status: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        city: str | Omit | None = OMIT,
        state: str | Omit | None = OMIT,
        country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create a lead.

        Complexity 3 (write). Undone by delete_lead.

        Args:
            last_name: The family name.
            company: Where the person works.
            status: How far the lead has come.
            owner_id: The user who owns the record.
        """
        return await self._call("create_lead", locals(), options)

    async def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move a lead to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        return await self._call("delete_lead", locals(), options)

    async def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Lead:
        """Retrieve a lead.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return await self._call("get_lead", locals(), options)

    async def update(
        self,
        id: str,
        *,
        first_name: str | Omit | None = OMIT,
        last_name: str | Omit | None = OMIT,
        company: str | Omit | None = OMIT,
        title: str | Omit | None = OMIT,
        email: str | Omit | None = OMIT,
        phone: str | Omit | None = OMIT,
        status: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        industry: str | Omit | None = OMIT,
        city: str | Omit | None = OMIT,
        state: str | Omit | None = OMIT,
        country: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update a lead.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            last_name: The family name.
            company: Where the person works.
            status: How far the lead has come.
            owner_id: The user who owns the record.
        """
        return await self._call("update_lead", locals(), options)


class LeadsWithRawResponse:
    """The methods of `Leads`, answering with the raw response."""

    def __init__(self, resource: Leads) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncLeadsWithRawResponse:
    """The methods of `AsyncLeads`, answering with the raw response."""

    def __init__(self, resource: AsyncLeads) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
