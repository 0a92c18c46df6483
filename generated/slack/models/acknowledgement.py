"""Models of acknowledgement."""

from __future__ import annotations

from connector_runtime.client import Model


class Acknowledgement(Model):
    ok: bool
