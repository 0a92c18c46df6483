"""The operations of `client.prices`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Prices(Resource):
    """The operations of `client.prices`."""

    @property
    def with_raw_response(self) -> PricesWithRawResponse:
        """The same methods, answering with the raw response."""
        return PricesWithRawResponse(self)

    def create(
        self,
        *,
        currency: str,
        stripe_version: str | Omit = OMIT,
        product: str | Omit = OMIT,
        unit_amount: int | Omit = OMIT,
        recurring: params.RecurringInputParams | Omit = OMIT,
        nickname: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        lookup_key: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Price:
        """Create a price.

        Complexity 3 (write).

        Args:
            currency: The currency as three lower case letters.
            stripe_version: The version of the API.
            product: The product it is for.
            unit_amount: The price in the smallest currency unit.
            nickname: A short name for yourself.
            active: Whether it can be used.
            lookup_key: A key to find it by.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_price", locals(), options)

    def list(
        self,
        *,
        active: bool | Omit = OMIT,
        product: str | Omit = OMIT,
        currency: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Price, models.PriceList]:
        """List prices, newest first.

        Complexity 1 (read).

        Args:
            active: Only prices in use
            product: Only those of this product.
            currency: Only those in this currency.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_prices", locals(), options)

    def retrieve(
        self,
        price: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Price:
        """Retrieve a price.

        Complexity 1 (read).

        Args:
            price: The identifier of the price.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_price", locals(), options)

    def update(
        self,
        price: str,
        *,
        stripe_version: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        nickname: str | Omit = OMIT,
        lookup_key: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Price:
        """Update a price.

        Complexity 3 (write).

        Args:
            price: The identifier of the price.
            stripe_version: The version of the API.
            active: Whether it can be used.
            nickname: A short name for yourself.
            lookup_key: A key to find it by.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_price", locals(), options)


class AsyncPrices(AsyncResource):
    """The operations of `client.prices`."""

    @property
    def with_raw_response(self) -> AsyncPricesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncPricesWithRawResponse(self)

    async def create(
        self,
        *,
        currency: str,
        stripe_version: str | Omit = OMIT,
        product: str | Omit = OMIT,
        unit_amount: int | Omit = OMIT,
        recurring: params.RecurringInputParams | Omit = OMIT,
        nickname: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        lookup_key: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Price:
        """Create a price.

        Complexity 3 (write).

        Args:
            currency: The currency as three lower case letters.
            stripe_version: The version of the API.
            product: The product it is for.
            unit_amount: The price in the smallest currency unit.
            nickname: A short name for yourself.
            active: Whether it can be used.
            lookup_key: A key to find it by.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_price", locals(), options)

    def list(
        self,
        *,
        active: bool | Omit = OMIT,
        product: str | Omit = OMIT,
        currency: str | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Price, models.PriceList]:
        """List prices, newest first.

        Complexity 1 (read).

        Args:
            active: Only prices in use
            product: Only those of this product.
            currency: Only those in this currency.
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_prices", locals(), options)

    async def retrieve(
        self,
        price: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Price:
        """Retrieve a price.

        Complexity 1 (read).

        Args:
            price: The identifier of the price.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_price", locals(), options)

    async def update(
        self,
        price: str,
        *,
        stripe_version: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        nickname: str | Omit = OMIT,
        lookup_key: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Price:
        """Update a price.

        Complexity 3 (write).

        Args:
            price: The identifier of the price.
            stripe_version: The version of the API.
            active: Whether it can be used.
            nickname: A short name for yourself.
            lookup_key: A key to find it by.
            metadata: Your own keys and values.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_price", locals(), options)


class PricesWithRawResponse:
    """The methods of `Prices`, answering with the raw response."""

    def __init__(self, resource: Prices) -> None:
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncPricesWithRawResponse:
    """The methods of `AsyncPrices`, answering with the raw response."""

    def __init__(self, resource: AsyncPrices) -> None:
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
