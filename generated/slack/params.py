"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from typing import Required, TypedDict


class UploadedFileParams(TypedDict, total=False):
    id: Required[str]
    title: str
