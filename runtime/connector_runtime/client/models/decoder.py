"""Replies to values: strictly first, and where a reply breaks its contract, as far as it fits."""

from collections.abc import Callable
from functools import lru_cache
from importlib import import_module
from typing import Any

from pydantic import ValidationError
from pydantic_core import from_json

from connector_runtime.client.models.names import PackageNames
from connector_runtime.client.models.shapes import Shape, shape_of
from connector_runtime.client.models.violations import ModelViolationError, Report, Violation


class Decoder:
    """Decodes replies of one type."""

    def __init__(self, shape: Shape) -> None:
        self._shape = shape

    def decode_json(self, data: bytes, report: Report) -> Any:
        """The value of a JSON text. Places that break the contract are reported, and degrade.

        Raises ValueError for what is no JSON.
        """
        try:
            return self._shape.strict.validate_json(data)
        except ValidationError:
            return self._shape.degrade(from_json(data), "", report)

    def decode(self, value: Any, report: Report) -> Any:
        """As :meth:`decode_json`, of a JSON value that has been parsed."""
        try:
            return self._shape.strict.validate_python(value)
        except ValidationError:
            return self._shape.degrade(value, "", report)

    def decode_json_strictly(self, data: bytes) -> Any:
        """As :meth:`decode_json`; raises :class:`ModelViolationError` with every place instead."""
        return _strictly(self.decode_json, data)

    def decode_strictly(self, value: Any) -> Any:
        """As :meth:`decode`; raises :class:`ModelViolationError` with every place instead."""
        return _strictly(self.decode, value)


def _strictly(decode: Callable[[Any, Report], Any], value: Any) -> Any:
    found: list[Violation] = []
    decoded = decode(value, found.append)
    if found:
        raise ModelViolationError(tuple(found))
    return decoded


@lru_cache(maxsize=4096)
def decoder_for(package: str, annotation: str) -> Decoder:
    """The decoder of an annotation in a models package: ``Customer``, ``list[Pet]``."""
    module = import_module(package)
    held = getattr(module, annotation, None) if annotation.isidentifier() else None
    if held is not None:
        return Decoder(shape_of(held))
    return Decoder(shape_of(PackageNames(package).evaluate(annotation)))
