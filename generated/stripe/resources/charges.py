"""The operations of `client.charges`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Charges(Resource):
    """The operations of `client.charges`."""

    @property
    def with_raw_response(self) -> ChargesWithRawResponse:
        """The same methods, answering with the raw response."""
        return ChargesWithRawResponse(self)

    def capture(
        self,
        charge: str,
        *,
        stripe_version: str | Omit = OMIT,
        amount: int | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Charge:
        """Capture an authorised charge.

        Complexity 3 (write).

        Args:
            charge: The identifier of the charge.
            stripe_version: The version of the API.
            amount: How much to capture.
            receipt_email: Where the receipt is sent.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("capture_charge", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        payment_intent: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Charge, models.ChargeList]:
        """List charges, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            payment_intent: Only those of this payment intent.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_charges", locals(), options)

    def retrieve(
        self,
        charge: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Charge:
        """Retrieve a charge.

        Complexity 1 (read).

        Args:
            charge: The identifier of the charge.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_charge", locals(), options)

    def update(
        self,
        charge: str,
        *,
        stripe_version: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        description: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Charge:
        """Update a charge.

        Complexity 3 (write).

        Args:
            charge: The identifier of the charge.
            stripe_version: The version of the API.
            customer: Who paid.
            description: What was paid.
            metadata: Your own keys and values.
            receipt_email: Where the receipt is sent.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_charge", locals(), options)


class AsyncCharges(AsyncResource):
    """The operations of `client.charges`."""

    @property
    def with_raw_response(self) -> AsyncChargesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncChargesWithRawResponse(self)

    async def capture(
        self,
        charge: str,
        *,
        stripe_version: str | Omit = OMIT,
        amount: int | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Charge:
        """Capture an authorised charge.

        Complexity 3 (write).

        Args:
            charge: The identifier of the charge.
            stripe_version: The version of the API.
            amount: How much to capture.
            receipt_email: Where the receipt is sent.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("capture_charge", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        payment_intent: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Charge, models.ChargeList]:
        """List charges, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            payment_intent: Only those of this payment intent.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_charges", locals(), options)

    async def retrieve(
        self,
        charge: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Charge:
        """Retrieve a charge.

        Complexity 1 (read).

        Args:
            charge: The identifier of the charge.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_charge", locals(), options)

    async def update(
        self,
        charge: str,
        *,
        stripe_version: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        description: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Charge:
        """Update a charge.

        Complexity 3 (write).

        Args:
            charge: The identifier of the charge.
            stripe_version: The version of the API.
            customer: Who paid.
            description: What was paid.
            metadata: Your own keys and values.
            receipt_email: Where the receipt is sent.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_charge", locals(), options)


class ChargesWithRawResponse:
    """The methods of `Charges`, answering with the raw response."""

    def __init__(self, resource: Charges) -> None:
        self.capture = raw(resource.capture)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncChargesWithRawResponse:
    """The methods of `AsyncCharges`, answering with the raw response."""

    def __init__(self, resource: AsyncCharges) -> None:
        self.capture = async_raw(resource.capture)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
