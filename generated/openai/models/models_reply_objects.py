"""Models of models reply objects."""

from __future__ import annotations

from typing import Literal

from connector_runtime.client import Model


class ModelObject(Model):
    id: str
    """What it is asked by."""
    object: Literal["model"] | str
    created: int
    owned_by: str


class ListModelsReply(Model):
    object: Literal["list"] | str
    data: list[ModelObject]
