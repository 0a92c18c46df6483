"""Models of upload url."""

from __future__ import annotations

from connector_runtime.client import Model


class UploadUrl(Model):
    ok: bool
    upload_url: str
    file_id: str
