"""Models of limits."""

from __future__ import annotations

from typing import TypeAlias

from connector_runtime.client import Model
from pydantic import Field

Limits: TypeAlias = "dict[str, Limit]"


class Limit(Model):
    max: int = Field(alias="Max")
    remaining: int = Field(alias="Remaining")
