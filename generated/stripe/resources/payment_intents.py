"""The operations of `client.payment_intents`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class PaymentIntents(Resource):
    """The operations of `client.payment_intents`."""

    @property
    def with_raw_response(self) -> PaymentIntentsWithRawResponse:
        """The same methods, answering with the raw response."""
        return PaymentIntentsWithRawResponse(self)

    def cancel(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        cancellation_reason: params.CancelPaymentIntentCancellationReasonParams | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Cancel a payment intent.

        Complexity 4 (critical).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            cancellation_reason: Why.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("cancel_payment_intent", locals(), options)

    def capture(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        amount_to_capture: int | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        statement_descriptor: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Capture the funds of a payment intent.

        Complexity 3 (write).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            amount_to_capture: How much to capture.
            metadata: Your own keys and values.
            statement_descriptor: What appears on the statement.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("capture_payment_intent", locals(), options)

    def confirm(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        return_url: str | Omit = OMIT,
        off_session: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Confirm a payment intent.

        Complexity 3 (write).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            payment_method: How it is paid.
            receipt_email: Where the receipt is sent.
            return_url: Where the customer comes back to.
            off_session: Whether the customer is away.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("confirm_payment_intent", locals(), options)

    def create(
        self,
        *,
        amount: int,
        currency: str,
        stripe_version: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        description: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        payment_method_types: builtins.list[str] | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        statement_descriptor: str | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        setup_future_usage: Literal["on_session", "off_session"] | str | Omit = OMIT,
        capture_method: Literal["automatic", "automatic_async", "manual"] | str | Omit = OMIT,
        confirm: bool | Omit = OMIT,
        off_session: bool | Omit = OMIT,
        return_url: str | Omit = OMIT,
        automatic_payment_methods: params.AutomaticPaymentMethodsInputParams | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Create a payment intent.

        Complexity 3 (write).

        Args:
            amount: How much to collect in the smallest currency unit.
            currency: The currency as three lower case letters.
            stripe_version: The version of the API.
            customer: Who pays.
            description: What is paid.
            payment_method: How it is paid.
            payment_method_types: Which kinds of payment are allowed.
            receipt_email: Where the receipt is sent.
            statement_descriptor: What appears on the statement.
            metadata: Your own keys and values.
            setup_future_usage: Whether the method is kept for later.
            capture_method: When funds are captured.
            confirm: Confirm at once.
            off_session: Whether the customer is away.
            return_url: Where the customer comes back to.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_payment_intent", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.PaymentIntent, models.PaymentIntentList]:
        """List payment intents, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_payment_intents", locals(), options)

    def retrieve(
        self,
        intent: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Retrieve a payment intent.

        Complexity 1 (read).

        Args:
            intent: The identifier of the intent.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_payment_intent", locals(), options)

    def update(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        amount: int | Omit = OMIT,
        currency: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        description: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        payment_method_types: builtins.list[str] | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        statement_descriptor: str | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        setup_future_usage: Literal["on_session", "off_session"] | str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Update a payment intent.

        Complexity 3 (write).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            amount: How much to collect in the smallest currency unit.
            currency: The currency as three lower case letters.
            customer: Who pays.
            description: What is paid.
            payment_method: How it is paid.
            payment_method_types: Which kinds of payment are allowed.
            receipt_email: Where the receipt is sent.
            statement_descriptor: What appears on the statement.
            metadata: Your own keys and values.
            setup_future_usage: Whether the method is kept for later.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_payment_intent", locals(), options)


class AsyncPaymentIntents(AsyncResource):
    """The operations of `client.payment_intents`."""

    @property
    def with_raw_response(self) -> AsyncPaymentIntentsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncPaymentIntentsWithRawResponse(self)

    async def cancel(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        cancellation_reason: params.CancelPaymentIntentCancellationReasonParams | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Cancel a payment intent.

        Complexity 4 (critical).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            cancellation_reason: Why.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("cancel_payment_intent", locals(), options)

    async def capture(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        amount_to_capture: int | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        statement_descriptor: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Capture the funds of a payment intent.

        Complexity 3 (write).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            amount_to_capture: How much to capture.
            metadata: Your own keys and values.
            statement_descriptor: What appears on the statement.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("capture_payment_intent", locals(), options)

    async def confirm(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        return_url: str | Omit = OMIT,
        off_session: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Confirm a payment intent.

        Complexity 3 (write).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            payment_method: How it is paid.
            receipt_email: Where the receipt is sent.
            return_url: Where the customer comes back to.
            off_session: Whether the customer is away.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("confirm_payment_intent", locals(), options)

    async def create(
        self,
        *,
        amount: int,
        currency: str,
        stripe_version: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        description: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        payment_method_types: builtins.list[str] | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        statement_descriptor: str | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        setup_future_usage: Literal["on_session", "off_session"] | str | Omit = OMIT,
        capture_method: Literal["automatic", "automatic_async", "manual"] | str | Omit = OMIT,
        confirm: bool | Omit = OMIT,
        off_session: bool | Omit = OMIT,
        return_url: str | Omit = OMIT,
        automatic_payment_methods: params.AutomaticPaymentMethodsInputParams | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Create a payment intent.

        Complexity 3 (write).

        Args:
            amount: How much to collect in the smallest currency unit.
            currency: The currency as three lower case letters.
            stripe_version: The version of the API.
            customer: Who pays.
            description: What is paid.
            payment_method: How it is paid.
            payment_method_types: Which kinds of payment are allowed.
            receipt_email: Where the receipt is sent.
            statement_descriptor: What appears on the statement.
            metadata: Your own keys and values.
            setup_future_usage: Whether the method is kept for later.
            capture_method: When funds are captured.
            confirm: Confirm at once.
            off_session: Whether the customer is away.
            return_url: Where the customer comes back to.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_payment_intent", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.PaymentIntent, models.PaymentIntentList]:
        """List payment intents, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_payment_intents", locals(), options)

    async def retrieve(
        self,
        intent: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Retrieve a payment intent.

        Complexity 1 (read).

        Args:
            intent: The identifier of the intent.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_payment_intent", locals(), options)

    async def update(
        self,
        intent: str,
        *,
        stripe_version: str | Omit = OMIT,
        amount: int | Omit = OMIT,
        currency: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        description: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        payment_method_types: builtins.list[str] | Omit = OMIT,
        receipt_email: str | Omit = OMIT,
        statement_descriptor: str | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        setup_future_usage: Literal["on_session", "off_session"] | str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.PaymentIntent:
        """Update a payment intent.

        Complexity 3 (write).

        Args:
            intent: The identifier of the intent.
            stripe_version: The version of the API.
            amount: How much to collect in the smallest currency unit.
            currency: The currency as three lower case letters.
            customer: Who pays.
            description: What is paid.
            payment_method: How it is paid.
            payment_method_types: Which kinds of payment are allowed.
            receipt_email: Where the receipt is sent.
            statement_descriptor: What appears on the statement.
            metadata: Your own keys and values.
            setup_future_usage: Whether the method is kept for later.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_payment_intent", locals(), options)


class PaymentIntentsWithRawResponse:
    """The methods of `PaymentIntents`, answering with the raw response."""

    def __init__(self, resource: PaymentIntents) -> None:
        self.cancel = raw(resource.cancel)
        self.capture = raw(resource.capture)
        self.confirm = raw(resource.confirm)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncPaymentIntentsWithRawResponse:
    """The methods of `AsyncPaymentIntents`, answering with the raw response."""

    def __init__(self, resource: AsyncPaymentIntents) -> None:
        self.cancel = async_raw(resource.cancel)
        self.capture = async_raw(resource.capture)
        self.confirm = async_raw(resource.confirm)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
