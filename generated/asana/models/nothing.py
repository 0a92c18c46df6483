"""Models of nothing."""

from __future__ import annotations

from typing import Any

from connector_runtime.client import Model


class Nothing(Model):
    data: dict[str, Any]
