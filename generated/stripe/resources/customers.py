"""The operations of `client.customers`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Customers(Resource):
    """The operations of `client.customers`."""

    @property
    def with_raw_response(self) -> CustomersWithRawResponse:
        """The same methods, answering with the raw response."""
        return CustomersWithRawResponse(self)

    def create(
        self,
        *,
        stripe_version: str | Omit = OMIT,
        email: str | Omit = OMIT,
        name: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        description: str | Omit = OMIT,
        address: params.AddressInputParams | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        invoice_prefix: str | Omit = OMIT,
        tax_exempt: Literal["none", "exempt", "reverse"] | str | Omit = OMIT,
        balance: int | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Customer:
        """Create a customer.

        Complexity 3 (write). Undone by delete_customer.

        Args:
            stripe_version: The version of the API.
            email: Where invoices are sent.
            name: The full name or business name.
            phone: The telephone number.
            description: A note about the customer.
            metadata: Your own keys and values.
            payment_method: A payment method to attach.
            invoice_prefix: The prefix of invoice numbers.
            tax_exempt: Whether tax is charged.
            balance: Credit (negative) or debt in the smallest currency unit.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_customer", locals(), options)

    def delete(
        self,
        customer: str,
        *,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Delete a customer and cancel all subscriptions.

        Complexity 4 (critical).

        Args:
            customer: The identifier of the customer.
            stripe_version: The version of the API.
        """
        return self._call("delete_customer", locals(), options)

    def list(
        self,
        *,
        email: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Customer, models.CustomerList]:
        """List customers, newest first.

        Complexity 1 (read).

        Args:
            email: Only customers with this address.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_customers", locals(), options)

    def retrieve(
        self,
        customer: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CustomerOrDeleted:
        """Retrieve a customer.

        Complexity 1 (read).

        Args:
            customer: The identifier of the customer.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_customer", locals(), options)

    def search(
        self,
        *,
        query: str,
        limit: int | Omit = OMIT,
        page: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Customer, models.CustomerSearch]:
        """Search customers with Stripe's query language.

        Complexity 1 (read).

        Args:
            query: The search.
            limit: Most items on a page.
            page: Where the page begins.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("search_customers", locals(), options)

    def update(
        self,
        customer: str,
        *,
        stripe_version: str | Omit = OMIT,
        email: str | Omit = OMIT,
        name: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        description: str | Omit = OMIT,
        address: params.AddressInputParams | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        invoice_prefix: str | Omit = OMIT,
        tax_exempt: Literal["none", "exempt", "reverse"] | str | Omit = OMIT,
        balance: int | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Customer:
        """Update a customer.

        Complexity 3 (write).

        Args:
            customer: The identifier of the customer.
            stripe_version: The version of the API.
            email: Where invoices are sent.
            name: The full name or business name.
            phone: The telephone number.
            description: A note about the customer.
            metadata: Your own keys and values.
            invoice_prefix: The prefix of invoice numbers.
            tax_exempt: Whether tax is charged.
            balance: Credit (negative) or debt in the smallest currency unit.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_customer", locals(), options)


class AsyncCustomers(AsyncResource):
    """The operations of `client.customers`."""

    @property
    def with_raw_response(self) -> AsyncCustomersWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncCustomersWithRawResponse(self)

    async def create(
        self,
        *,
        stripe_version: str | Omit = OMIT,
        email: str | Omit = OMIT,
        name: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        description: str | Omit = OMIT,
        address: params.AddressInputParams | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        invoice_prefix: str | Omit = OMIT,
        tax_exempt: Literal["none", "exempt", "reverse"] | str | Omit = OMIT,
        balance: int | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Customer:
        """Create a customer.

        Complexity 3 (write). Undone by delete_customer.

        Args:
            stripe_version: The version of the API.
            email: Where invoices are sent.
            name: The full name or business name.
            phone: The telephone number.
            description: A note about the customer.
            metadata: Your own keys and values.
            payment_method: A payment method to attach.
            invoice_prefix: The prefix of invoice numbers.
            tax_exempt: Whether tax is charged.
            balance: Credit (negative) or debt in the smallest currency unit.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_customer", locals(), options)

    async def delete(
        self,
        customer: str,
        *,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Delete a customer and cancel all subscriptions.

        Complexity 4 (critical).

        Args:
            customer: The identifier of the customer.
            stripe_version: The version of the API.
        """
        return await self._call("delete_customer", locals(), options)

    def list(
        self,
        *,
        email: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Customer, models.CustomerList]:
        """List customers, newest first.

        Complexity 1 (read).

        Args:
            email: Only customers with this address.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_customers", locals(), options)

    async def retrieve(
        self,
        customer: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.CustomerOrDeleted:
        """Retrieve a customer.

        Complexity 1 (read).

        Args:
            customer: The identifier of the customer.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_customer", locals(), options)

    def search(
        self,
        *,
        query: str,
        limit: int | Omit = OMIT,
        page: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Customer, models.CustomerSearch]:
        """Search customers with Stripe's query language.

        Complexity 1 (read).

        Args:
            query: The search.
            limit: Most items on a page.
            page: Where the page begins.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("search_customers", locals(), options)

    async def update(
        self,
        customer: str,
        *,
        stripe_version: str | Omit = OMIT,
        email: str | Omit = OMIT,
        name: str | Omit = OMIT,
        phone: str | Omit = OMIT,
        description: str | Omit = OMIT,
        address: params.AddressInputParams | Omit = OMIT,
        shipping: params.ShippingInputParams | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        invoice_prefix: str | Omit = OMIT,
        tax_exempt: Literal["none", "exempt", "reverse"] | str | Omit = OMIT,
        balance: int | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Customer:
        """Update a customer.

        Complexity 3 (write).

        Args:
            customer: The identifier of the customer.
            stripe_version: The version of the API.
            email: Where invoices are sent.
            name: The full name or business name.
            phone: The telephone number.
            description: A note about the customer.
            metadata: Your own keys and values.
            invoice_prefix: The prefix of invoice numbers.
            tax_exempt: Whether tax is charged.
            balance: Credit (negative) or debt in the smallest currency unit.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_customer", locals(), options)


class CustomersWithRawResponse:
    """The methods of `Customers`, answering with the raw response."""

    def __init__(self, resource: Customers) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.search = raw(resource.search)
        self.update = raw(resource.update)


class AsyncCustomersWithRawResponse:
    """The methods of `AsyncCustomers`, answering with the raw response."""

    def __init__(self, resource: AsyncCustomers) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.search = async_raw(resource.search)
        self.update = async_raw(resource.update)
