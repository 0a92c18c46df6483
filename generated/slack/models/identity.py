"""Models of identity."""

from __future__ import annotations

from connector_runtime.client import Model


class Identity(Model):
    ok: bool
    url: str | None = None
    team: str | None = None
    user: str | None = None
    team_id: str
    user_id: str
    bot_id: str | None = None
