"""Models of pet page."""

from __future__ import annotations

from datetime import date
from typing import Literal, TypeAlias

from connector_runtime.client import Model

PetStatus: TypeAlias = "Literal['available', 'pending', 'sold'] | str"
"""Whether a pet can be bought."""


class Pet(Model):
    id: int
    """The pet's number."""
    name: str
    """What the pet is called."""
    status: PetStatus
    tags: list[str] | None = None
    """Words to find it by."""
    born_on: date | None = None
    """Its birthday, if that is known."""
    photo_url: str | None = None
    """Where its photo is."""


class PetPage(Model):
    pets: list[Pet]
    next_cursor: str | None = None
    """Where the next page begins; null on the last."""
