"""Webhooks that the mock sends, signed as Standard Webhooks says (version 1)."""

import base64
import hashlib
import hmac
import json
from typing import Any, NamedTuple


class Webhook(NamedTuple):
    """A webhook as it is sent; ``headers`` have the signature."""

    headers: dict[str, str]
    body: bytes


def signed_webhook(event: Any, secret: str, identifier: str, timestamp: int) -> Webhook:
    """The webhook of an event. ``secret`` is base64, with or without ``whsec_``; ``timestamp`` is in
    seconds since 1970."""
    body = json.dumps(event, separators=(",", ":")).encode()
    key = base64.b64decode(secret.removeprefix("whsec_"))
    content = f"{identifier}.{timestamp}.".encode() + body
    signature = base64.b64encode(hmac.new(key, content, hashlib.sha256).digest()).decode()
    headers = {
        "content-type": "application/json",
        "webhook-id": identifier,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{signature}",
    }
    return Webhook(headers, body)
