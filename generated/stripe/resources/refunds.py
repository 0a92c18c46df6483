"""The operations of `client.refunds`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Refunds(Resource):
    """The operations of `client.refunds`."""

    @property
    def with_raw_response(self) -> RefundsWithRawResponse:
        """The same methods, answering with the raw response."""
        return RefundsWithRawResponse(self)

    def cancel(
        self,
        refund: str,
        *,
        stripe_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Cancel a refund that needs action.

        Complexity 4 (critical).

        Args:
            refund: The identifier of the refund.
            stripe_version: The version of the API.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("cancel_refund", locals(), options)

    def create(
        self,
        *,
        stripe_version: str | Omit = OMIT,
        charge: str | Omit = OMIT,
        payment_intent: str | Omit = OMIT,
        amount: int | Omit = OMIT,
        reason: params.CreateRefundReasonParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Give money back.

        Complexity 4 (critical).

        Args:
            stripe_version: The version of the API.
            charge: The charge to refund.
            payment_intent: The payment intent to refund.
            amount: How much in the smallest currency unit; all of it when absent.
            reason: Why.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_refund", locals(), options)

    def list(
        self,
        *,
        charge: str | Omit = OMIT,
        payment_intent: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Refund, models.RefundList]:
        """List refunds, newest first.

        Complexity 1 (read).

        Args:
            charge: Only those of this charge.
            payment_intent: Only those of this payment intent.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_refunds", locals(), options)

    def retrieve(
        self,
        refund: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Retrieve a refund.

        Complexity 1 (read).

        Args:
            refund: The identifier of the refund.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_refund", locals(), options)

    def update(
        self,
        refund: str,
        *,
        stripe_version: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Update the metadata of a refund.

        Complexity 3 (write).

        Args:
            refund: The identifier of the refund.
            stripe_version: The version of the API.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_refund", locals(), options)


class AsyncRefunds(AsyncResource):
    """The operations of `client.refunds`."""

    @property
    def with_raw_response(self) -> AsyncRefundsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncRefundsWithRawResponse(self)

    async def cancel(
        self,
        refund: str,
        *,
        stripe_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Cancel a refund that needs action.

        Complexity 4 (critical).

        Args:
            refund: The identifier of the refund.
            stripe_version: The version of the API.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("cancel_refund", locals(), options)

    async def create(
        self,
        *,
        stripe_version: str | Omit = OMIT,
        charge: str | Omit = OMIT,
        payment_intent: str | Omit = OMIT,
        amount: int | Omit = OMIT,
        reason: params.CreateRefundReasonParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Give money back.

        Complexity 4 (critical).

        Args:
            stripe_version: The version of the API.
            charge: The charge to refund.
            payment_intent: The payment intent to refund.
            amount: How much in the smallest currency unit; all of it when absent.
            reason: Why.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_refund", locals(), options)

    def list(
        self,
        *,
        charge: str | Omit = OMIT,
        payment_intent: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Refund, models.RefundList]:
        """List refunds, newest first.

        Complexity 1 (read).

        Args:
            charge: Only those of this charge.
            payment_intent: Only those of this payment intent.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_refunds", locals(), options)

    async def retrieve(
        self,
        refund: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Retrieve a refund.

        Complexity 1 (read).

        Args:
            refund: The identifier of the refund.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_refund", locals(), options)

    async def update(
        self,
        refund: str,
        *,
        stripe_version: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Refund:
        """Update the metadata of a refund.

        Complexity 3 (write).

        Args:
            refund: The identifier of the refund.
            stripe_version: The version of the API.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_refund", locals(), options)


class RefundsWithRawResponse:
    """The methods of `Refunds`, answering with the raw response."""

    def __init__(self, resource: Refunds) -> None:
        self.cancel = raw(resource.cancel)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncRefundsWithRawResponse:
    """The methods of `AsyncRefunds`, answering with the raw response."""

    def __init__(self, resource: AsyncRefunds) -> None:
        self.cancel = async_raw(resource.cancel)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
