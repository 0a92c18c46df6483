"""The operations of `client.subscriptions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Subscriptions(Resource):
    """The operations of `client.subscriptions`."""

    @property
    def with_raw_response(self) -> SubscriptionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return SubscriptionsWithRawResponse(self)

    def cancel(
        self,
        subscription_exposed_id: str,
        *,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Cancel a subscription at once.

        Complexity 4 (critical).

        Args:
            subscription_exposed_id: The identifier of the subscription exposed id.
            stripe_version: The version of the API.
        """
        return self._call("cancel_subscription", locals(), options)

    def create(
        self,
        *,
        customer: str,
        stripe_version: str | Omit = OMIT,
        items: builtins.list[params.SubscriptionItemInputParams] | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        description: str | Omit = OMIT,
        cancel_at_period_end: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        proration_behavior: (
            Literal["always_invoice", "create_prorations", "none"] | str | Omit
        ) = OMIT,
        trial_end: int | Omit = OMIT,
        trial_period_days: int | Omit = OMIT,
        payment_behavior: params.CreateSubscriptionPaymentBehaviorParams | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Subscribe a customer to prices.

        Complexity 3 (write). Undone by cancel_subscription.

        Args:
            customer: Who subscribes.
            stripe_version: The version of the API.
            items: What is subscribed to.
            default_payment_method: How invoices are paid.
            description: A note about the subscription.
            cancel_at_period_end: End it when the period ends.
            collection_method: How invoices are collected.
            days_until_due: Days to pay an invoice that is sent.
            metadata: Your own keys and values.
            proration_behavior: What a change in the period costs.
            trial_end: When the trial ends.
            trial_period_days: How long the trial lasts.
            payment_behavior: What happens when the first payment fails.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_subscription", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        price: str | Omit = OMIT,
        status: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Subscription, models.SubscriptionList]:
        """List subscriptions, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            price: Only those with this price.
            status: Only those in this state.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_subscriptions", locals(), options)

    def retrieve(
        self,
        subscription_exposed_id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Retrieve a subscription.

        Complexity 1 (read).

        Args:
            subscription_exposed_id: The identifier of the subscription exposed id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_subscription", locals(), options)

    def update(
        self,
        subscription_exposed_id: str,
        *,
        stripe_version: str | Omit = OMIT,
        items: builtins.list[params.SubscriptionItemInputParams] | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        description: str | Omit = OMIT,
        cancel_at_period_end: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        proration_behavior: (
            Literal["always_invoice", "create_prorations", "none"] | str | Omit
        ) = OMIT,
        trial_end: int | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Update a subscription.

        Complexity 3 (write).

        Args:
            subscription_exposed_id: The identifier of the subscription exposed id.
            stripe_version: The version of the API.
            items: What is subscribed to.
            default_payment_method: How invoices are paid.
            description: A note about the subscription.
            cancel_at_period_end: End it when the period ends.
            collection_method: How invoices are collected.
            days_until_due: Days to pay an invoice that is sent.
            metadata: Your own keys and values.
            proration_behavior: What a change in the period costs.
            trial_end: When the trial ends.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_subscription", locals(), options)


class AsyncSubscriptions(AsyncResource):
    """The operations of `client.subscriptions`."""

    @property
    def with_raw_response(self) -> AsyncSubscriptionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncSubscriptionsWithRawResponse(self)

    async def cancel(
        self,
        subscription_exposed_id: str,
        *,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Cancel a subscription at once.

        Complexity 4 (critical).

        Args:
            subscription_exposed_id: The identifier of the subscription exposed id.
            stripe_version: The version of the API.
        """
        return await self._call("cancel_subscription", locals(), options)

    async def create(
        self,
        *,
        customer: str,
        stripe_version: str | Omit = OMIT,
        items: builtins.list[params.SubscriptionItemInputParams] | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        description: str | Omit = OMIT,
        cancel_at_period_end: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        proration_behavior: (
            Literal["always_invoice", "create_prorations", "none"] | str | Omit
        ) = OMIT,
        trial_end: int | Omit = OMIT,
        trial_period_days: int | Omit = OMIT,
        payment_behavior: params.CreateSubscriptionPaymentBehaviorParams | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Subscribe a customer to prices.

        Complexity 3 (write). Undone by cancel_subscription.

        Args:
            customer: Who subscribes.
            stripe_version: The version of the API.
            items: What is subscribed to.
            default_payment_method: How invoices are paid.
            description: A note about the subscription.
            cancel_at_period_end: End it when the period ends.
            collection_method: How invoices are collected.
            days_until_due: Days to pay an invoice that is sent.
            metadata: Your own keys and values.
            proration_behavior: What a change in the period costs.
            trial_end: When the trial ends.
            trial_period_days: How long the trial lasts.
            payment_behavior: What happens when the first payment fails.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_subscription", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        price: str | Omit = OMIT,
        status: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Subscription, models.SubscriptionList]:
        """List subscriptions, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            price: Only those with this price.
            status: Only those in this state.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_subscriptions", locals(), options)

    async def retrieve(
        self,
        subscription_exposed_id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Retrieve a subscription.

        Complexity 1 (read).

        Args:
            subscription_exposed_id: The identifier of the subscription exposed id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_subscription", locals(), options)

    async def update(
        self,
        subscription_exposed_id: str,
        *,
        stripe_version: str | Omit = OMIT,
        items: builtins.list[params.SubscriptionItemInputParams] | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        description: str | Omit = OMIT,
        cancel_at_period_end: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        proration_behavior: (
            Literal["always_invoice", "create_prorations", "none"] | str | Omit
        ) = OMIT,
        trial_end: int | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Subscription:
        """Update a subscription.

        Complexity 3 (write).

        Args:
            subscription_exposed_id: The identifier of the subscription exposed id.
            stripe_version: The version of the API.
            items: What is subscribed to.
            default_payment_method: How invoices are paid.
            description: A note about the subscription.
            cancel_at_period_end: End it when the period ends.
            collection_method: How invoices are collected.
            days_until_due: Days to pay an invoice that is sent.
            metadata: Your own keys and values.
            proration_behavior: What a change in the period costs.
            trial_end: When the trial ends.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_subscription", locals(), options)


class SubscriptionsWithRawResponse:
    """The methods of `Subscriptions`, answering with the raw response."""

    def __init__(self, resource: Subscriptions) -> None:
        self.cancel = raw(resource.cancel)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncSubscriptionsWithRawResponse:
    """The methods of `AsyncSubscriptions`, answering with the raw response."""

    def __init__(self, resource: AsyncSubscriptions) -> None:
        self.cancel = async_raw(resource.cancel)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
