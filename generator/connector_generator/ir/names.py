"""Names: what the document says, what Python code says, and why they differ."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Name:
    """``wire`` as in the document, ``python`` as allocated, ``reason`` for the reader of --why."""

    wire: str
    python: str
    reason: str = ""
