"""Models of images."""

from __future__ import annotations

from connector_runtime.client import Model


class Images(Model):
    created: int
    data: list[ImagesDataItem] | None = None


class ImagesDataItem(Model):
    url: str | None = None
    """Where it is for an hour."""
    b64_json: str | None = None
    """The picture in base64."""
    revised_prompt: str | None = None
    """The description that was painted."""
