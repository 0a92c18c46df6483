"""Which files are overlays, and to which description they belong: decided by their names."""

import re
from pathlib import Path

_OVERLAY = re.compile(r"\.overlay\.(?:json|ya?ml)$", re.IGNORECASE)


def is_overlay(location: str) -> bool:
    """Whether a file's name says that it is an overlay."""
    return _OVERLAY.search(location) is not None


def overlays_beside(path: Path) -> tuple[str, ...]:
    """``stripe.overlay.yaml`` beside ``stripe.yaml``, or beside the folder ``stripe``."""
    name = path.name if path.is_dir() else path.stem
    candidates = (
        path.with_name(f"{name}.overlay{suffix}") for suffix in (".yaml", ".yml", ".json")
    )
    return tuple(each.as_posix() for each in candidates if each.is_file())
