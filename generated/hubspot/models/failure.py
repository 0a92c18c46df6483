"""Models of failure."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class Failure(Model):
    status: str | None = None
    message: str
    correlation_id: str = Field(alias="correlationId")
    """What support asks for."""
    category: str
    """A word for programs, such as VALIDATION_ERROR."""
    sub_category: str | None = Field(default=None, alias="subCategory")
    errors: list[FailureDetail] | None = None
    context: dict[str, list[str]] | None = None
    links: dict[str, str] | None = None


class FailureDetail(Model):
    message: str
    in_: str | None = Field(default=None, alias="in")
    """The property or parameter that is wrong."""
    code: str | None = None
    sub_category: str | None = Field(default=None, alias="subCategory")
