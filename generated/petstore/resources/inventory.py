"""The operations of `client.inventory`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions


class Inventory(Resource):
    """The operations of `client.inventory`."""

    @property
    def with_raw_response(self) -> InventoryWithRawResponse:
        """The same methods, answering with the raw response."""
        return InventoryWithRawResponse(self)

    def retrieve(self, *, options: CallOptions | None = None) -> dict[str, int]:
        """Count pets by state.

        Complexity 1 (read).
        """
        return self._call("get_inventory", locals(), options)


class AsyncInventory(AsyncResource):
    """The operations of `client.inventory`."""

    @property
    def with_raw_response(self) -> AsyncInventoryWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncInventoryWithRawResponse(self)

    async def retrieve(self, *, options: CallOptions | None = None) -> dict[str, int]:
        """Count pets by state.

        Complexity 1 (read).
        """
        return await self._call("get_inventory", locals(), options)


class InventoryWithRawResponse:
    """The methods of `Inventory`, answering with the raw response."""

    def __init__(self, resource: Inventory) -> None:
        self.retrieve = raw(resource.retrieve)


class AsyncInventoryWithRawResponse:
    """The methods of `AsyncInventory`, answering with the raw response."""

    def __init__(self, resource: AsyncInventory) -> None:
        self.retrieve = async_raw(resource.retrieve)
