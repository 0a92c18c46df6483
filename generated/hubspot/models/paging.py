"""Models of paging."""

from __future__ import annotations

from connector_runtime.client import Model


class Paging(Model):
    next: NextPage | None = None


class NextPage(Model):
    after: str
    """Where the next page begins."""
    link: str | None = None
