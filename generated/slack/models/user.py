"""Models of user."""

from __future__ import annotations

from connector_runtime.client import Model


class Profile(Model):
    real_name: str
    display_name: str | None = None
    email: str | None = None
    title: str | None = None
    phone: str | None = None
    image_72: str | None = None


class User(Model):
    id: str
    team_id: str | None = None
    name: str | None = None
    deleted: bool | None = None
    is_bot: bool | None = None
    is_admin: bool | None = None
    tz: str | None = None
    profile: Profile | None = None
