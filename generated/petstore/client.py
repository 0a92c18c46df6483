"""The clients of Petstore."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.inventory import AsyncInventory, Inventory
    from .resources.orders import AsyncOrders, Orders
    from .resources.pets import AsyncPets, Pets


class PetstoreClient(Client):
    """Synchronous client of Petstore."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def inventory(self) -> Inventory:
        """The operations of `client.inventory`."""
        from .resources.inventory import Inventory

        return Inventory(self)

    @cached_property
    def orders(self) -> Orders:
        """The operations of `client.orders`."""
        from .resources.orders import Orders

        return Orders(self)

    @cached_property
    def pets(self) -> Pets:
        """The operations of `client.pets`."""
        from .resources.pets import Pets

        return Pets(self)


class AsyncPetstoreClient(AsyncClient):
    """Asynchronous client of Petstore."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def inventory(self) -> AsyncInventory:
        """The operations of `client.inventory`."""
        from .resources.inventory import AsyncInventory

        return AsyncInventory(self)

    @cached_property
    def orders(self) -> AsyncOrders:
        """The operations of `client.orders`."""
        from .resources.orders import AsyncOrders

        return AsyncOrders(self)

    @cached_property
    def pets(self) -> AsyncPets:
        """The operations of `client.pets`."""
        from .resources.pets import AsyncPets

        return AsyncPets(self)
