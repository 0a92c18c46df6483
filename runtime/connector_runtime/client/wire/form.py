"""Bodies of ``application/x-www-form-urlencoded``."""

from collections.abc import Mapping
from typing import Any

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.operation import Encoding
from connector_runtime.client.wire.brackets import bracketed
from connector_runtime.client.wire.content import content_text, inner_text
from connector_runtime.client.wire.escape import escape_form
from connector_runtime.client.wire.plain import (
    is_array,
    is_object,
    is_scalar,
    key_text,
    reduce_value,
    scalar_text,
)
from connector_runtime.client.wire.problems import ArgumentError

_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}

Pair = tuple[str, str]


def form_pairs(fields: Mapping[str, Any], encodings: Mapping[str, Encoding]) -> list[Pair]:
    """The (name, text) pairs of a form, before escaping.

    Without an encoding in the document arrays of scalars repeat their name and nested values have
    brackets: ``metadata[tier]=gold``, ``items[0][price]=x``. Null is sent as the empty text, which
    clears a field where clearing is possible.
    """
    pairs: list[Pair] = []
    for name, value in fields.items():
        if value.__class__ is str and name not in encodings:
            pairs.append((key_text(name), value))
            continue
        if value is OMIT:
            continue
        try:
            pairs += _field(key_text(name), reduce_value(value), encodings.get(name))
        except ArgumentError as problem:
            raise problem.below(name) from None
    return pairs


def form_body(fields: Mapping[str, Any], encodings: Mapping[str, Encoding]) -> bytes:
    """The form as it is sent."""
    text = "&".join(
        [f"{escape_form(key)}={escape_form(text)}" for key, text in form_pairs(fields, encodings)]
    )
    return text.encode("ascii")


def _field(name: str, plain: Any, encoding: Encoding | None) -> list[Pair]:
    if plain is None:
        return [(name, "")]
    if encoding is not None and encoding.content_type:
        return [(name, content_text(encoding.content_type, plain))]
    if is_scalar(plain):
        return [(name, scalar_text(plain))]
    if encoding is not None and encoding.style in _SEPARATORS and not encoding.explode:
        return _delimited(name, plain, _SEPARATORS[encoding.style])
    if (encoding is None or encoding.style != "deepObject") and is_array(plain):
        items = [reduce_value(item) for item in plain]
        if all(item is None or is_scalar(item) for item in items):
            return [(name, "" if item is None else scalar_text(item)) for item in items]
    return [
        (f"{name}{brackets}", "" if text is None else text) for brackets, text in bracketed(plain)
    ]


def _delimited(name: str, plain: Any, separator: str) -> list[Pair]:
    """An array, or keys and values in turn, as one text."""
    if is_object(plain):
        texts = [
            part
            for key, value in plain.items()
            if value is not None
            for part in (key_text(key), inner_text(value))
        ]
    else:
        texts = [inner_text(item) for item in plain if item is not None]
    return [(name, separator.join(texts))] if texts else []
