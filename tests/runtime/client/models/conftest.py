"""A models package as connectorgen emits it, written to a folder and imported under a fresh name."""

import itertools
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

_COUNT = itertools.count()

_FILES = {
    "__init__.py": """\
from connector_runtime.client.models import lazy_models

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "customer": "Customer CustomerShipping",
        "address": "Address",
        "source": "Source JsonValue",
        "card": "Card",
        "bank": "Bank",
    },
)
""",
    "customer.py": """\
from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Literal
from uuid import UUID

from pydantic import Field

from connector_runtime.client.models import Model, UnknownVariant, Variants

if TYPE_CHECKING:
    from .address import Address
    from .source import JsonValue, Source


class CustomerShipping(Model):
    address: Address | None = None


class Customer(Model):
    id: str
    created: datetime
    status: Literal["active", "gone"] | str | None = None
    plan: str | Literal["free", "paid"] = "free"
    default_source: str | Source | None = None
    sources: list[Source] | None = None
    class_: int | None = Field(None, alias="class")
    shipping: CustomerShipping | None = None
    parent: Customer | None = None
    data: bytes | None = None
    born: date | None = None
    key: UUID | None = None
    balance: Decimal | None = None
    pick: Annotated[Address | CustomerShipping | UnknownVariant, Variants()] | None = None
    blob: JsonValue | None = None
    limits: dict[str, int] | None = None
""",
    "address.py": """\
from __future__ import annotations

from connector_runtime.client.models import Model


class Address(Model):
    line1: str
    zip: int | None = None
""",
    "source.py": """\
from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from connector_runtime.client.models import Tagged, UnknownVariant

if TYPE_CHECKING:
    from .bank import Bank
    from .card import Card

Source: TypeAlias = (
    "Annotated[Bank | Card | UnknownVariant, Tagged('object', {'card': 'Card', 'bank': 'Bank'})]"
)
JsonValue: TypeAlias = "str | int | list[JsonValue] | dict[str, JsonValue] | None"
""",
    "card.py": """\
from __future__ import annotations

from connector_runtime.client.models import Model


class Card(Model):
    object: str
    last4: str
    customer: str | Customer | None = None
""",
    "bank.py": """\
from __future__ import annotations

from connector_runtime.client.models import Model


class Bank(Model):
    object: str
    routing: str
""",
}


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[ModuleType]:
    """The models package, imported under a name that no other test uses."""
    name = f"shop_{next(_COUNT)}"
    folder = tmp_path / name / "models"
    folder.mkdir(parents=True)
    (tmp_path / name / "__init__.py").write_text("")
    for path, text in _FILES.items():
        (folder / path).write_text(text)
    sys.path.insert(0, str(tmp_path))
    try:
        yield import_module(f"{name}.models")
    finally:
        sys.path.remove(str(tmp_path))
        for module in [each for each in sys.modules if each.split(".")[0] == name]:
            del sys.modules[module]
