"""The operations of `client.products`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Products(Resource):
    """The operations of `client.products`."""

    @property
    def with_raw_response(self) -> ProductsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ProductsWithRawResponse(self)

    def create(
        self,
        *,
        name: str,
        stripe_version: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        description: str | Omit = OMIT,
        images: builtins.list[str] | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        url: str | Omit = OMIT,
        unit_label: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Product:
        """Create a product.

        Complexity 3 (write). Undone by delete_product.

        Args:
            name: What it is called.
            stripe_version: The version of the API.
            active: Whether it can be bought.
            description: What the customer reads.
            images: Addresses of pictures.
            metadata: Your own keys and values.
            url: A public page about it.
            unit_label: What one of it is called.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_product", locals(), options)

    def delete(
        self, id: str, *, stripe_version: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Deleted:
        """Delete a product that has no prices.

        Complexity 4 (critical).

        Args:
            id: The identifier of the id.
            stripe_version: The version of the API.
        """
        return self._call("delete_product", locals(), options)

    def list(
        self,
        *,
        active: bool | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Product, models.ProductList]:
        """List products, newest first.

        Complexity 1 (read).

        Args:
            active: Only products that can be bought
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_products", locals(), options)

    def retrieve(
        self,
        id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Product:
        """Retrieve a product.

        Complexity 1 (read).

        Args:
            id: The identifier of the id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_product", locals(), options)

    def update(
        self,
        id: str,
        *,
        stripe_version: str | Omit = OMIT,
        name: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        description: str | Omit = OMIT,
        images: builtins.list[str] | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        url: str | Omit = OMIT,
        unit_label: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Product:
        """Update a product.

        Complexity 3 (write).

        Args:
            id: The identifier of the id.
            stripe_version: The version of the API.
            name: What it is called.
            active: Whether it can be bought.
            description: What the customer reads.
            images: Addresses of pictures.
            metadata: Your own keys and values.
            url: A public page about it.
            unit_label: What one of it is called.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_product", locals(), options)


class AsyncProducts(AsyncResource):
    """The operations of `client.products`."""

    @property
    def with_raw_response(self) -> AsyncProductsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncProductsWithRawResponse(self)

    async def create(
        self,
        *,
        name: str,
        stripe_version: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        description: str | Omit = OMIT,
        images: builtins.list[str] | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        url: str | Omit = OMIT,
        unit_label: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Product:
        """Create a product.

        Complexity 3 (write). Undone by delete_product.

        Args:
            name: What it is called.
            stripe_version: The version of the API.
            active: Whether it can be bought.
            description: What the customer reads.
            images: Addresses of pictures.
            metadata: Your own keys and values.
            url: A public page about it.
            unit_label: What one of it is called.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_product", locals(), options)

    async def delete(
        self, id: str, *, stripe_version: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Deleted:
        """Delete a product that has no prices.

        Complexity 4 (critical).

        Args:
            id: The identifier of the id.
            stripe_version: The version of the API.
        """
        return await self._call("delete_product", locals(), options)

    def list(
        self,
        *,
        active: bool | Omit = OMIT,
        created: params.TimeSpanParams | Omit = OMIT,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Product, models.ProductList]:
        """List products, newest first.

        Complexity 1 (read).

        Args:
            active: Only products that can be bought
            created: Only items created in this span.
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_products", locals(), options)

    async def retrieve(
        self,
        id: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Product:
        """Retrieve a product.

        Complexity 1 (read).

        Args:
            id: The identifier of the id.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_product", locals(), options)

    async def update(
        self,
        id: str,
        *,
        stripe_version: str | Omit = OMIT,
        name: str | Omit = OMIT,
        active: bool | Omit = OMIT,
        description: str | Omit = OMIT,
        images: builtins.list[str] | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        url: str | Omit = OMIT,
        unit_label: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Product:
        """Update a product.

        Complexity 3 (write).

        Args:
            id: The identifier of the id.
            stripe_version: The version of the API.
            name: What it is called.
            active: Whether it can be bought.
            description: What the customer reads.
            images: Addresses of pictures.
            metadata: Your own keys and values.
            url: A public page about it.
            unit_label: What one of it is called.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_product", locals(), options)


class ProductsWithRawResponse:
    """The methods of `Products`, answering with the raw response."""

    def __init__(self, resource: Products) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncProductsWithRawResponse:
    """The methods of `AsyncProducts`, answering with the raw response."""

    def __init__(self, resource: AsyncProducts) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
