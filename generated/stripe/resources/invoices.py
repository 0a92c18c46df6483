"""The operations of `client.invoices`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Invoices(Resource):
    """The operations of `client.invoices`."""

    @property
    def with_raw_response(self) -> InvoicesWithRawResponse:
        """The same methods, answering with the raw response."""
        return InvoicesWithRawResponse(self)

    def create(
        self,
        *,
        stripe_version: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        subscription: str | Omit = OMIT,
        description: str | Omit = OMIT,
        auto_advance: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        due_date: int | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        footer: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Draft an invoice.

        Complexity 3 (write). Undone by delete_invoice.

        Args:
            stripe_version: The version of the API.
            customer: Who is billed.
            subscription: The subscription that is billed.
            description: A memo on the invoice.
            auto_advance: Whether Stripe finalises it by itself.
            collection_method: How it is collected.
            days_until_due: Days to pay.
            due_date: When it must be paid.
            default_payment_method: How it is paid.
            footer: Text at its end.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_invoice", locals(), options)

    def delete(
        self, invoice: str, *, stripe_version: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Deleted:
        """Delete an invoice that is a draft.

        Complexity 4 (critical).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
        """
        return self._call("delete_invoice", locals(), options)

    def finalize_invoice(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        auto_advance: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Finalise an invoice.

        Complexity 3 (write).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            auto_advance: Whether Stripe collects it by itself.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("finalize_invoice", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        subscription: str | Omit = OMIT,
        status: Literal["draft", "open", "paid", "uncollectible", "void"] | str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Invoice, models.InvoiceList]:
        """List invoices, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            subscription: Only those of this subscription.
            status: Only those in this state.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_invoices", locals(), options)

    def pay(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        paid_out_of_band: bool | Omit = OMIT,
        off_session: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Pay an invoice now.

        Complexity 4 (critical).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            payment_method: How it is paid.
            paid_out_of_band: It was paid elsewhere.
            off_session: Whether the customer is away.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("pay_invoice", locals(), options)

    def retrieve(
        self,
        invoice: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Retrieve an invoice.

        Complexity 1 (read).

        Args:
            invoice: The identifier of the invoice.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_invoice", locals(), options)

    def send_invoice(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Send an invoice by email.

        Complexity 3 (write).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("send_invoice", locals(), options)

    def update(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        description: str | Omit = OMIT,
        auto_advance: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        due_date: int | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        footer: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Update an invoice.

        Complexity 3 (write).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            description: A memo on the invoice.
            auto_advance: Whether Stripe finalises it by itself.
            collection_method: How it is collected.
            days_until_due: Days to pay.
            due_date: When it must be paid.
            default_payment_method: How it is paid.
            footer: Text at its end.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_invoice", locals(), options)

    def void_invoice(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Void an invoice for good.

        Complexity 4 (critical).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("void_invoice", locals(), options)


class AsyncInvoices(AsyncResource):
    """The operations of `client.invoices`."""

    @property
    def with_raw_response(self) -> AsyncInvoicesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncInvoicesWithRawResponse(self)

    async def create(
        self,
        *,
        stripe_version: str | Omit = OMIT,
        customer: str | Omit = OMIT,
        subscription: str | Omit = OMIT,
        description: str | Omit = OMIT,
        auto_advance: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        due_date: int | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        footer: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Draft an invoice.

        Complexity 3 (write). Undone by delete_invoice.

        Args:
            stripe_version: The version of the API.
            customer: Who is billed.
            subscription: The subscription that is billed.
            description: A memo on the invoice.
            auto_advance: Whether Stripe finalises it by itself.
            collection_method: How it is collected.
            days_until_due: Days to pay.
            due_date: When it must be paid.
            default_payment_method: How it is paid.
            footer: Text at its end.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_invoice", locals(), options)

    async def delete(
        self, invoice: str, *, stripe_version: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Deleted:
        """Delete an invoice that is a draft.

        Complexity 4 (critical).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
        """
        return await self._call("delete_invoice", locals(), options)

    async def finalize_invoice(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        auto_advance: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Finalise an invoice.

        Complexity 3 (write).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            auto_advance: Whether Stripe collects it by itself.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("finalize_invoice", locals(), options)

    def list(
        self,
        *,
        customer: str | Omit = OMIT,
        subscription: str | Omit = OMIT,
        status: Literal["draft", "open", "paid", "uncollectible", "void"] | str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Invoice, models.InvoiceList]:
        """List invoices, newest first.

        Complexity 1 (read).

        Args:
            customer: Only those of this customer.
            subscription: Only those of this subscription.
            status: Only those in this state.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_invoices", locals(), options)

    async def pay(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        payment_method: str | Omit = OMIT,
        paid_out_of_band: bool | Omit = OMIT,
        off_session: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Pay an invoice now.

        Complexity 4 (critical).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            payment_method: How it is paid.
            paid_out_of_band: It was paid elsewhere.
            off_session: Whether the customer is away.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("pay_invoice", locals(), options)

    async def retrieve(
        self,
        invoice: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Retrieve an invoice.

        Complexity 1 (read).

        Args:
            invoice: The identifier of the invoice.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_invoice", locals(), options)

    async def send_invoice(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Send an invoice by email.

        Complexity 3 (write).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("send_invoice", locals(), options)

    async def update(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        description: str | Omit = OMIT,
        auto_advance: bool | Omit = OMIT,
        collection_method: Literal["charge_automatically", "send_invoice"] | str | Omit = OMIT,
        days_until_due: int | Omit = OMIT,
        due_date: int | Omit = OMIT,
        default_payment_method: str | Omit = OMIT,
        footer: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Update an invoice.

        Complexity 3 (write).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            description: A memo on the invoice.
            auto_advance: Whether Stripe finalises it by itself.
            collection_method: How it is collected.
            days_until_due: Days to pay.
            due_date: When it must be paid.
            default_payment_method: How it is paid.
            footer: Text at its end.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_invoice", locals(), options)

    async def void_invoice(
        self,
        invoice: str,
        *,
        stripe_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Invoice:
        """Void an invoice for good.

        Complexity 4 (critical).

        Args:
            invoice: The identifier of the invoice.
            stripe_version: The version of the API.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("void_invoice", locals(), options)


class InvoicesWithRawResponse:
    """The methods of `Invoices`, answering with the raw response."""

    def __init__(self, resource: Invoices) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.finalize_invoice = raw(resource.finalize_invoice)
        self.list = raw(resource.list)
        self.pay = raw(resource.pay)
        self.retrieve = raw(resource.retrieve)
        self.send_invoice = raw(resource.send_invoice)
        self.update = raw(resource.update)
        self.void_invoice = raw(resource.void_invoice)


class AsyncInvoicesWithRawResponse:
    """The methods of `AsyncInvoices`, answering with the raw response."""

    def __init__(self, resource: AsyncInvoices) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.finalize_invoice = async_raw(resource.finalize_invoice)
        self.list = async_raw(resource.list)
        self.pay = async_raw(resource.pay)
        self.retrieve = async_raw(resource.retrieve)
        self.send_invoice = async_raw(resource.send_invoice)
        self.update = async_raw(resource.update)
        self.void_invoice = async_raw(resource.void_invoice)
