"""Models of permalink."""

from __future__ import annotations

from connector_runtime.client import Model


class Permalink(Model):
    ok: bool
    channel: str | None = None
    permalink: str
