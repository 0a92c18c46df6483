"""What is written down between steps: JSON, whatever it is. Nothing read back is ever executed."""

import json
from base64 import b64decode, b64encode
from datetime import datetime
from typing import Any

from connector_runtime.errors import PlatformError
from connector_runtime.governance.proposals import Sealer
from connector_runtime.workflows.host import StepResult

_PLACE = "checkpoint"


class RecordedError(Exception):
    """An error that was written down; its class is not restored, its name is in the text."""


def encode(value: object) -> str:
    """The text of a value or of an exception. Raises ``TypeError`` for what is not JSON."""
    if isinstance(value, BaseException):
        # The texts of foreign errors may quote anything, a connection string for one.
        text = str(value) if isinstance(value, PlatformError | RecordedError) else ""
        return _text({"raised": type(value).__name__, "text": text})
    return _text({"value": value})


def decode(text: str) -> Any:
    """What :func:`encode` was given; exceptions come back as :class:`RecordedError`."""
    document = json.loads(text)
    if "raised" in document:
        return RecordedError(": ".join(filter(None, (document["raised"], document["text"]))))
    return document["value"]


def sealed(text: str, sealer: Sealer) -> str:
    """A text that only :func:`opened` reads: steps have results that are a tenant's business."""
    return b64encode(sealer.seal_json(text, _PLACE)).decode("ascii")


def opened(text: str, sealer: Sealer) -> str:
    """What :func:`sealed` was given."""
    found: str = sealer.open_json(b64decode(text), _PLACE)
    return found


def recorded(outcome: StepResult) -> dict[str, Any]:
    """An outcome as it is read back: a run must see the same on its first pass and on a replay."""
    document: dict[str, Any] = {"status": outcome.status}
    if outcome.status == "success":
        document["result"] = outcome.result
    for key in ("error", "code", "proposal_id"):
        if value := getattr(outcome, key):
            document[key] = value
    if outcome.details:
        document["details"] = dict(outcome.details)
    if outcome.expires_at is not None:
        document["expires_at"] = outcome.expires_at.isoformat()
    try:
        again: dict[str, Any] = json.loads(_text(document))
    except (TypeError, ValueError, RecursionError):
        return {
            "status": "error",
            "error": "The operation answered what is not JSON",
            "code": "REPLY_UNREADABLE",
        }
    return again


def outcome_of(document: dict[str, Any]) -> StepResult:
    """The outcome that :func:`recorded` wrote."""
    moment = document.get("expires_at")
    return StepResult(
        status=document["status"],
        result=document.get("result"),
        error=document.get("error", ""),
        code=document.get("code", ""),
        details=document.get("details", {}),
        proposal_id=document.get("proposal_id", ""),
        expires_at=None if moment is None else datetime.fromisoformat(moment),
    )


def _text(document: dict[str, Any]) -> str:
    return json.dumps(document, separators=(",", ":"))
