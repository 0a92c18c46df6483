"""The operations of `client.opportunities`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from datetime import date

    from connector_runtime.client import CallOptions, Omit

    from .. import models


class Opportunities(Resource):
    """The operations of `client.opportunities`."""

    @property
    def with_raw_response(self) -> OpportunitiesWithRawResponse:
        """The same methods, answering with the raw response."""
        return OpportunitiesWithRawResponse(self)

    def create(
        self,
        *,
        name: str,
        stage_name: str,
        close_date: date,
        account_id: str | Omit | None = OMIT,
        amount: float | Omit | None = OMIT,
        probability: float | Omit | None = OMIT,
        type: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        next_step: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create an opportunity.

        Complexity 3 (write). Undone by delete_opportunity.

        Args:
            name: What the deal is called.
            stage_name: How far the deal has come.
            close_date: When it is expected to close.
            account_id: The account the deal is with.
            amount: Its expected value.
            probability: In percent.
            owner_id: The user who owns the record.
        """
        return self._call("create_opportunity", locals(), options)

    def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move an opportunity to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        reply: None = self._call("delete_opportunity", locals(), options)
        return reply

    def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Opportunity:
        """Retrieve an opportunity.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return self._call("get_opportunity", locals(), options)

    def update(
        self,
        id: str,
        *,
        account_id: str | Omit | None = OMIT,
        name: str | Omit | None = OMIT,
        stage_name: str | Omit | None = OMIT,
        close_date: date | Omit | None = OMIT,
        amount: float | Omit | None = OMIT,
        probability: float | Omit | None = OMIT,
        type: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        next_step: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update an opportunity.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            account_id: The account the deal is with.
            name: What the deal is called.
            stage_name: How far the deal has come.
            close_date: When it is expected to close.
            amount: Its expected value.
            probability: In percent.
            owner_id: The user who owns the record.
        """
        reply: None = self._call("update_opportunity", locals(), options)
        return reply


class AsyncOpportunities(AsyncResource):
    """The operations of `client.opportunities`."""

    @property
    def with_raw_response(self) -> AsyncOpportunitiesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncOpportunitiesWithRawResponse(self)

    async def create(
        self,
        *,
        name: str,
        stage_name: str,
        close_date: date,
        account_id: str | Omit | None = OMIT,
        amount: float | Omit | None = OMIT,
        probability: float | Omit | None = OMIT,
        type: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        next_step: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> models.SaveResult:
        """Create an opportunity.

        Complexity 3 (write). Undone by delete_opportunity.

        Args:
            name: What the deal is called.
            stage_name: How far the deal has come.
            close_date: When it is expected to close.
            account_id: The account the deal is with.
            amount: Its expected value.
            probability: In percent.
            owner_id: The user who owns the record.
        """
        return await self._call("create_opportunity", locals(), options)

    async def delete(self, id: str, *, options: CallOptions | None = None) -> None:
        """Move an opportunity to the recycle bin.

        Complexity 4 (critical).

        Args:
            id: The record's identifier of 15 or 18 characters.
        """
        return await self._call("delete_opportunity", locals(), options)

    async def retrieve(
        self, id: str, *, fields: list[str] | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Opportunity:
        """Retrieve an opportunity.

        Complexity 1 (read).

        Args:
            id: The record's identifier of 15 or 18 characters.
            fields: Only these fields.
        """
        return await self._call("get_opportunity", locals(), options)

    async def update(
        self,
        id: str,
        *,
        account_id: str | Omit | None = OMIT,
        name: str | Omit | None = OMIT,
        stage_name: str | Omit | None = OMIT,
        close_date: date | Omit | None = OMIT,
        amount: float | Omit | None = OMIT,
        probability: float | Omit | None = OMIT,
        type: str | Omit | None = OMIT,
        lead_source: str | Omit | None = OMIT,
        next_step: str | Omit | None = OMIT,
        owner_id: str | Omit | None = OMIT,
        options: CallOptions | None = None,
    ) -> None:
        """Update an opportunity.

        Complexity 3 (write).

        Args:
            id: The record's identifier of 15 or 18 characters.
            account_id: The account the deal is with.
            name: What the deal is called.
            stage_name: How far the deal has come.
            close_date: When it is expected to close.
            amount: Its expected value.
            probability: In percent.
            owner_id: The user who owns the record.
        """
        return await self._call("update_opportunity", locals(), options)


class OpportunitiesWithRawResponse:
    """The methods of `Opportunities`, answering with the raw response."""

    def __init__(self, resource: Opportunities) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncOpportunitiesWithRawResponse:
    """The methods of `AsyncOpportunities`, answering with the raw response."""

    def __init__(self, resource: AsyncOpportunities) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
