"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .error import Error as Error
    from .order import Address as Address
    from .order import Order as Order
    from .pet_page import PetStatus as PetStatus
    from .pet_page import Pet as Pet
    from .pet_page import PetPage as PetPage

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "error": "Error",
        "order": "Address Order",
        "pet_page": "PetStatus Pet PetPage",
    },
)
