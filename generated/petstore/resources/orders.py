"""The operations of `client.orders`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from uuid import UUID

    from connector_runtime.client import CallOptions, Omit

    from .. import models, params


class Orders(Resource):
    """The operations of `client.orders`."""

    @property
    def with_raw_response(self) -> OrdersWithRawResponse:
        """The same methods, answering with the raw response."""
        return OrdersWithRawResponse(self)

    def cancel(self, order_id: UUID, *, options: CallOptions | None = None) -> models.Order:
        """Call an order off before it is shipped.

        Complexity 4 (critical).

        Args:
            order_id: The order's identifier.
        """
        return self._call("cancel_order", locals(), options)

    def create(
        self,
        *,
        pet_id: int,
        address: params.AddressParams | models.Address,
        idempotency_key: str | Omit = OMIT,
        note: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Order:
        """Buy a pet.

        Complexity 3 (write).

        Args:
            pet_id: The pet to buy.
            idempotency_key: Makes repeating the purchase harmless.
            note: A word to the shop.
        """
        return self._call("create_order", locals(), options)

    def retrieve(self, order_id: UUID, *, options: CallOptions | None = None) -> models.Order:
        """Look at one order.

        Complexity 1 (read).

        Args:
            order_id: The order's identifier.
        """
        return self._call("get_order", locals(), options)


class AsyncOrders(AsyncResource):
    """The operations of `client.orders`."""

    @property
    def with_raw_response(self) -> AsyncOrdersWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncOrdersWithRawResponse(self)

    async def cancel(self, order_id: UUID, *, options: CallOptions | None = None) -> models.Order:
        """Call an order off before it is shipped.

        Complexity 4 (critical).

        Args:
            order_id: The order's identifier.
        """
        return await self._call("cancel_order", locals(), options)

    async def create(
        self,
        *,
        pet_id: int,
        address: params.AddressParams | models.Address,
        idempotency_key: str | Omit = OMIT,
        note: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Order:
        """Buy a pet.

        Complexity 3 (write).

        Args:
            pet_id: The pet to buy.
            idempotency_key: Makes repeating the purchase harmless.
            note: A word to the shop.
        """
        return await self._call("create_order", locals(), options)

    async def retrieve(self, order_id: UUID, *, options: CallOptions | None = None) -> models.Order:
        """Look at one order.

        Complexity 1 (read).

        Args:
            order_id: The order's identifier.
        """
        return await self._call("get_order", locals(), options)


class OrdersWithRawResponse:
    """The methods of `Orders`, answering with the raw response."""

    def __init__(self, resource: Orders) -> None:
        self.cancel = raw(resource.cancel)
        self.create = raw(resource.create)
        self.retrieve = raw(resource.retrieve)


class AsyncOrdersWithRawResponse:
    """The methods of `AsyncOrders`, answering with the raw response."""

    def __init__(self, resource: AsyncOrders) -> None:
        self.cancel = async_raw(resource.cancel)
        self.create = async_raw(resource.create)
        self.retrieve = async_raw(resource.retrieve)
