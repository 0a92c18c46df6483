"""Models of error."""

from __future__ import annotations

from connector_runtime.client import Model


class Error(Model):
    code: str
    """A word for programs, such as pet_not_found."""
    message: str
    """A sentence for people."""
