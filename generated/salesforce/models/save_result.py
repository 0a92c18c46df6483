"""Models of save result."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class Error(Model):
    message: str
    error_code: str = Field(alias="errorCode")
    fields: list[str] | None = None


class SaveResult(Model):
    id: str
    success: bool
    errors: list[Error] | None = None
