"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .address import Address as Address
    from .balance import Funds as Funds
    from .balance import Balance as Balance
    from .balance import BalanceTransaction as BalanceTransaction
    from .balance_transaction import BalanceTransactionList as BalanceTransactionList
    from .charge import Charge as Charge
    from .charge import ChargeList as ChargeList
    from .customer import CustomerOrDeleted as CustomerOrDeleted
    from .customer import Deleted as Deleted
    from .customer import Customer as Customer
    from .customer import CustomerList as CustomerList
    from .customer import CustomerSearch as CustomerSearch
    from .error import ErrorType as ErrorType
    from .error import ErrorReply as ErrorReply
    from .error import Error as Error
    from .event import Event as Event
    from .event import EventData as EventData
    from .event import EventRequest as EventRequest
    from .event import EventList as EventList
    from .invoice import InvoiceLine as InvoiceLine
    from .invoice import Invoice as Invoice
    from .invoice import InvoiceList as InvoiceList
    from .invoice import InvoiceLineList as InvoiceLineList
    from .payment_intent import PaymentIntentStatus as PaymentIntentStatus
    from .payment_intent import PaymentIntent as PaymentIntent
    from .payment_intent import PaymentIntentList as PaymentIntentList
    from .price import Recurring as Recurring
    from .price import Product as Product
    from .price import Price as Price
    from .price import PriceList as PriceList
    from .price import ProductList as ProductList
    from .refund import Refund as Refund
    from .refund import RefundList as RefundList
    from .shipping import Shipping as Shipping
    from .subscription import SubscriptionStatus as SubscriptionStatus
    from .subscription import SubscriptionItem as SubscriptionItem
    from .subscription import Subscription as Subscription
    from .subscription import SubscriptionList as SubscriptionList
    from .subscription import SubscriptionItemList as SubscriptionItemList
    from .webhook_endpoint import WebhookEndpoint as WebhookEndpoint
    from .webhook_endpoint import WebhookEndpointList as WebhookEndpointList

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "address": "Address",
        "balance": "Funds Balance BalanceTransaction",
        "balance_transaction": "BalanceTransactionList",
        "charge": "Charge ChargeList",
        "customer": "CustomerOrDeleted Deleted Customer CustomerList CustomerSearch",
        "error": "ErrorType ErrorReply Error",
        "event": "Event EventData EventRequest EventList",
        "invoice": "InvoiceLine Invoice InvoiceList InvoiceLineList",
        "payment_intent": "PaymentIntentStatus PaymentIntent PaymentIntentList",
        "price": "Recurring Product Price PriceList ProductList",
        "refund": "Refund RefundList",
        "shipping": "Shipping",
        "subscription": "SubscriptionStatus SubscriptionItem Subscription SubscriptionList SubscriptionItemList",
        "webhook_endpoint": "WebhookEndpoint WebhookEndpointList",
    },
)
