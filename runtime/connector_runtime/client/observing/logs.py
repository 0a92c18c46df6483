"""Calls in the standard log: one line per event, and the event's fields for formatters.

Of an error only its class and status are told: its text may quote what the vendor answered.
"""

import logging
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.events import Event

_LEVELS = {
    "attempt.finished": logging.DEBUG,
    "call.finished": logging.INFO,
    "retry.scheduled": logging.WARNING,
    "budget.exhausted": logging.WARNING,
    "circuit.opened": logging.WARNING,
    "circuit.half_opened": logging.WARNING,
    "circuit.closed": logging.WARNING,
    "circuit.rejected": logging.WARNING,
    "rate.limited": logging.WARNING,
    "contract.violation": logging.WARNING,
}
"""The events that are logged."""
_CHOICES = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}
_OFF = frozenset({"off", "0"})
_SPELLED = {"call_id", "connector", "operation"}
"""Fields that the line says in another place, or not at all."""


def log_event(event: Event) -> None:
    """A hook that writes to the logger ``connector_runtime.<connector>``.

    The record has the event's fields as attributes, and its name as ``event``; of ``error`` there
    are ``error_type`` and, where the vendor answered, ``status_code``.
    """
    level = _LEVELS.get(event.name)
    if level is None:
        return
    logger = _logger(event.connector)
    if logger.isEnabledFor(level):
        extra = _extra(event)
        logger.log(level, "%s", _Line(extra), extra=extra)


@cache
def _logger(connector: str) -> logging.Logger:
    return logging.getLogger(f"connector_runtime.{connector}")


def _extra(event: Event) -> dict[str, Any]:
    """The fields of an event as attributes of a record; none of them is a name of logging's own."""
    extra: dict[str, Any] = {"event": event.name}
    for field in fields(event):
        if field.name != "error":
            extra[field.name] = getattr(event, field.name)
    error = getattr(event, "error", None)
    if error is not None:
        extra["error_type"] = type(error).__name__
        if extra.get("status_code") is None:
            extra["status_code"] = getattr(error, "status_code", None)
    return extra


class _Line:
    """The text of a record, made only when a handler wants it."""

    __slots__ = ("_extra",)

    def __init__(self, extra: Mapping[str, Any]) -> None:
        self._extra = extra

    def __str__(self) -> str:
        extra = self._extra
        told = [
            f"{name}={_text(value)}"
            for name, value in extra.items()
            if name not in _SPELLED and name != "event" and value is not None and value != ""
        ]
        return " ".join((extra["operation"], extra["event"], *told))

    __repr__ = __str__


def _text(value: object) -> str:
    """A value on one line: a vendor's request identifier may hold whatever a header can."""
    if isinstance(value, float):
        return f"{value:.3f}"
    text = str(value)
    return text if text.isprintable() and " " not in text else repr(text)


def open_log(connector: str, level: str) -> bool:
    """Let the connector's logger write from ``debug``, ``info`` or ``warning`` on; the result is
    False for ``off``, which changes nothing.

    Records go to the handlers of the program, and to stderr as long as there are none. Raises
    :class:`ConfigurationError` for another level.
    """
    name = level.strip().lower()
    if name in _OFF:
        return False
    if name not in _CHOICES:
        raise ConfigurationError(
            f"{connector.upper()}_LOG must be debug, info, warning or off, not {level!r}"
        )
    logger = _logger(connector)
    logger.setLevel(_CHOICES[name])
    if not logger.hasHandlers():
        handler = _UntilConfigured()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger("connector_runtime").addHandler(handler)
    return True


class _UntilConfigured(logging.StreamHandler[Any]):
    """Writes to stderr until the program says where its log goes: no line is written twice."""

    def emit(self, record: logging.LogRecord) -> None:
        if not logging.getLogger().handlers:
            super().emit(record)
