"""Models of metadata."""

from __future__ import annotations

from typing import TypeAlias

Metadata: TypeAlias = "dict[str, str] | None"
"""Your own keys and values, at most 16."""
