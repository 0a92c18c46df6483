"""Models of profile."""

from __future__ import annotations

from connector_runtime.client import Model
from pydantic import Field


class Profile(Model):
    email_address: str = Field(alias="emailAddress")
    messages_total: int | None = Field(default=None, alias="messagesTotal")
    threads_total: int | None = Field(default=None, alias="threadsTotal")
    history_id: str | None = Field(default=None, alias="historyId")
