"""Models of files reply."""

from __future__ import annotations

from connector_runtime.client import Model


class UploadedFile(Model):
    id: str
    title: str | None = None


class FilesReply(Model):
    ok: bool
    files: list[UploadedFile]
