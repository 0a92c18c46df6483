"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .address import Address as Address
    from .balance import Funds as Funds
    from .balance import Balance as Balance
    from .balance_transaction import BalanceTransaction as BalanceTransaction
    from .balance_transaction_list import BalanceTransactionList as BalanceTransactionList
    from .charge import Charge as Charge
    from .charge_list import ChargeList as ChargeList
    from .customer import Customer as Customer
    from .customer_list import CustomerList as CustomerList
    from .customer_or_deleted import CustomerOrDeleted as CustomerOrDeleted
    from .customer_or_deleted import Deleted as Deleted
    from .customer_search import CustomerSearch as CustomerSearch
    from .error_reply import ErrorType as ErrorType
    from .error_reply import ErrorReply as ErrorReply
    from .error_reply import Error as Error
    from .event_list import Event as Event
    from .event_list import EventData as EventData
    from .event_list import EventRequest as EventRequest
    from .event_list import EventList as EventList
    from .invoice import InvoiceLine as InvoiceLine
    from .invoice import Invoice as Invoice
    from .invoice import InvoiceLineList as InvoiceLineList
    from .invoice_list import InvoiceList as InvoiceList
    from .payment_intent import PaymentIntentStatus as PaymentIntentStatus
    from .payment_intent import PaymentIntent as PaymentIntent
    from .payment_intent_list import PaymentIntentList as PaymentIntentList
    from .price import Recurring as Recurring
    from .price import Price as Price
    from .price_list import PriceList as PriceList
    from .product import Product as Product
    from .product_list import ProductList as ProductList
    from .refund_list import Refund as Refund
    from .refund_list import RefundList as RefundList
    from .shipping import Shipping as Shipping
    from .subscription import SubscriptionStatus as SubscriptionStatus
    from .subscription import SubscriptionItem as SubscriptionItem
    from .subscription import Subscription as Subscription
    from .subscription import SubscriptionItemList as SubscriptionItemList
    from .subscription_list import SubscriptionList as SubscriptionList
    from .webhook_endpoint_list import WebhookEndpoint as WebhookEndpoint
    from .webhook_endpoint_list import WebhookEndpointList as WebhookEndpointList

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "address": "Address",
        "balance": "Funds Balance",
        "balance_transaction": "BalanceTransaction",
        "balance_transaction_list": "BalanceTransactionList",
        "charge": "Charge",
        "charge_list": "ChargeList",
        "customer": "Customer",
        "customer_list": "CustomerList",
        "customer_or_deleted": "CustomerOrDeleted Deleted",
        "customer_search": "CustomerSearch",
        "error_reply": "ErrorType ErrorReply Error",
        "event_list": "Event EventData EventRequest EventList",
        "invoice": "InvoiceLine Invoice InvoiceLineList",
        "invoice_list": "InvoiceList",
        "payment_intent": "PaymentIntentStatus PaymentIntent",
        "payment_intent_list": "PaymentIntentList",
        "price": "Recurring Price",
        "price_list": "PriceList",
        "product": "Product",
        "product_list": "ProductList",
        "refund_list": "Refund RefundList",
        "shipping": "Shipping",
        "subscription": "SubscriptionStatus SubscriptionItem Subscription SubscriptionItemList",
        "subscription_list": "SubscriptionList",
        "webhook_endpoint_list": "WebhookEndpoint WebhookEndpointList",
    },
)
