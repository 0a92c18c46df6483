"""The clients of Stripe."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.balance import AsyncBalance, Balance
    from .resources.balance_transactions import AsyncBalanceTransactions, BalanceTransactions
    from .resources.charges import AsyncCharges, Charges
    from .resources.customers import AsyncCustomers, Customers
    from .resources.events import AsyncEvents, Events
    from .resources.invoices import AsyncInvoices, Invoices
    from .resources.payment_intents import AsyncPaymentIntents, PaymentIntents
    from .resources.prices import AsyncPrices, Prices
    from .resources.products import AsyncProducts, Products
    from .resources.refunds import AsyncRefunds, Refunds
    from .resources.subscriptions import AsyncSubscriptions, Subscriptions
    from .resources.webhook_endpoints import AsyncWebhookEndpoints, WebhookEndpoints


class StripeClient(Client):
    """Synchronous client of Stripe."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        stripe_version: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {"stripe_version": stripe_version}, settings)

    @cached_property
    def balance(self) -> Balance:
        """The operations of `client.balance`."""
        from .resources.balance import Balance

        return Balance(self)

    @cached_property
    def balance_transactions(self) -> BalanceTransactions:
        """The operations of `client.balance_transactions`."""
        from .resources.balance_transactions import BalanceTransactions

        return BalanceTransactions(self)

    @cached_property
    def charges(self) -> Charges:
        """The operations of `client.charges`."""
        from .resources.charges import Charges

        return Charges(self)

    @cached_property
    def customers(self) -> Customers:
        """The operations of `client.customers`."""
        from .resources.customers import Customers

        return Customers(self)

    @cached_property
    def events(self) -> Events:
        """The operations of `client.events`."""
        from .resources.events import Events

        return Events(self)

    @cached_property
    def invoices(self) -> Invoices:
        """The operations of `client.invoices`."""
        from .resources.invoices import Invoices

        return Invoices(self)

    @cached_property
    def payment_intents(self) -> PaymentIntents:
        """The operations of `client.payment_intents`."""
        from .resources.payment_intents import PaymentIntents

        return PaymentIntents(self)

    @cached_property
    def prices(self) -> Prices:
        """The operations of `client.prices`."""
        from .resources.prices import Prices

        return Prices(self)

    @cached_property
    def products(self) -> Products:
        """The operations of `client.products`."""
        from .resources.products import Products

        return Products(self)

    @cached_property
    def refunds(self) -> Refunds:
        """The operations of `client.refunds`."""
        from .resources.refunds import Refunds

        return Refunds(self)

    @cached_property
    def subscriptions(self) -> Subscriptions:
        """The operations of `client.subscriptions`."""
        from .resources.subscriptions import Subscriptions

        return Subscriptions(self)

    @cached_property
    def webhook_endpoints(self) -> WebhookEndpoints:
        """The operations of `client.webhook_endpoints`."""
        from .resources.webhook_endpoints import WebhookEndpoints

        return WebhookEndpoints(self)


class AsyncStripeClient(AsyncClient):
    """Asynchronous client of Stripe."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        *,
        stripe_version: str | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {"stripe_version": stripe_version}, settings)

    @cached_property
    def balance(self) -> AsyncBalance:
        """The operations of `client.balance`."""
        from .resources.balance import AsyncBalance

        return AsyncBalance(self)

    @cached_property
    def balance_transactions(self) -> AsyncBalanceTransactions:
        """The operations of `client.balance_transactions`."""
        from .resources.balance_transactions import AsyncBalanceTransactions

        return AsyncBalanceTransactions(self)

    @cached_property
    def charges(self) -> AsyncCharges:
        """The operations of `client.charges`."""
        from .resources.charges import AsyncCharges

        return AsyncCharges(self)

    @cached_property
    def customers(self) -> AsyncCustomers:
        """The operations of `client.customers`."""
        from .resources.customers import AsyncCustomers

        return AsyncCustomers(self)

    @cached_property
    def events(self) -> AsyncEvents:
        """The operations of `client.events`."""
        from .resources.events import AsyncEvents

        return AsyncEvents(self)

    @cached_property
    def invoices(self) -> AsyncInvoices:
        """The operations of `client.invoices`."""
        from .resources.invoices import AsyncInvoices

        return AsyncInvoices(self)

    @cached_property
    def payment_intents(self) -> AsyncPaymentIntents:
        """The operations of `client.payment_intents`."""
        from .resources.payment_intents import AsyncPaymentIntents

        return AsyncPaymentIntents(self)

    @cached_property
    def prices(self) -> AsyncPrices:
        """The operations of `client.prices`."""
        from .resources.prices import AsyncPrices

        return AsyncPrices(self)

    @cached_property
    def products(self) -> AsyncProducts:
        """The operations of `client.products`."""
        from .resources.products import AsyncProducts

        return AsyncProducts(self)

    @cached_property
    def refunds(self) -> AsyncRefunds:
        """The operations of `client.refunds`."""
        from .resources.refunds import AsyncRefunds

        return AsyncRefunds(self)

    @cached_property
    def subscriptions(self) -> AsyncSubscriptions:
        """The operations of `client.subscriptions`."""
        from .resources.subscriptions import AsyncSubscriptions

        return AsyncSubscriptions(self)

    @cached_property
    def webhook_endpoints(self) -> AsyncWebhookEndpoints:
        """The operations of `client.webhook_endpoints`."""
        from .resources.webhook_endpoints import AsyncWebhookEndpoints

        return AsyncWebhookEndpoints(self)
