"""Bodies of ``application/x-www-form-urlencoded``."""

from collections.abc import Iterable, Iterator, Mapping
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

_PLAIN = Encoding()
_SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}

Pair = tuple[str, str]


def form_pairs(fields: Mapping[str, Any], encodings: Mapping[str, Encoding]) -> list[Pair]:
    """The (name, text) pairs of a form, before escaping.

    Without an encoding in the document arrays repeat their name and objects are JSON (OpenAPI 3.1,
    Encoding Object). Null is sent as the empty text, which clears a field where clearing is possible.
    """
    pairs: list[Pair] = []
    for name, value in fields.items():
        if value.__class__ is str and name not in encodings:
            pairs.append((key_text(name), value))
            continue
        if value is OMIT:
            continue
        try:
            pairs += _field(key_text(name), reduce_value(value), encodings.get(name, _PLAIN))
        except ArgumentError as problem:
            raise problem.below(name) from None
    return pairs


def form_body(fields: Mapping[str, Any], encodings: Mapping[str, Encoding]) -> bytes:
    """The form as it is sent."""
    text = "&".join(
        [f"{escape_form(key)}={escape_form(text)}" for key, text in form_pairs(fields, encodings)]
    )
    return text.encode("ascii")


def _field(name: str, plain: Any, encoding: Encoding) -> list[Pair]:
    if plain is None:
        return [(name, "")]
    if encoding.content_type:
        return [(name, content_text(encoding.content_type, plain))]
    if is_scalar(plain):
        return [(name, scalar_text(plain))]
    if encoding.style == "deepObject":
        return [(f"{name}{brackets}", text or "") for brackets, text in bracketed(plain)]
    if not encoding.explode:
        return _delimited(name, plain, _SEPARATORS.get(encoding.style, ","))
    if is_array(plain):
        return [(name, text) for _, text in _texts(enumerate(plain))]
    if encoding.style:
        return [(key_text(key), text) for key, text in _texts(plain.items())]
    return [(name, inner_text(plain))]


def _texts(members: Iterable[tuple[Any, Any]]) -> Iterator[tuple[Any, str]]:
    for key, member in members:
        try:
            yield key, "" if member is None else inner_text(member)
        except ArgumentError as problem:
            raise problem.below(key) from None


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
