"""Values as the text of a media type, where a parameter has ``content`` instead of a style."""

from collections.abc import Mapping
from typing import Any

from connector_runtime.client.wire.brackets import bracketed
from connector_runtime.client.wire.escape import escape_form
from connector_runtime.client.wire.json_text import json_text
from connector_runtime.client.wire.media_types import essence, is_json
from connector_runtime.client.wire.plain import (
    is_array,
    is_object,
    is_scalar,
    key_text,
    reduce_value,
    scalar_text,
)

FORM = "application/x-www-form-urlencoded"


def content_text(content_type: str, value: Any) -> str:
    """The value as text of that media type."""
    if is_json(content_type):
        return json_text(value)
    plain = reduce_value(value)
    if essence(content_type) == FORM and is_object(plain):
        return form_text(plain)
    return scalar_text(plain) if is_scalar(plain) else json_text(plain)


def inner_text(value: Any) -> str:
    """An item or member: a scalar, or JSON where the document nests deeper than styles can say."""
    plain = reduce_value(value)
    return scalar_text(plain) if is_scalar(plain) else json_text(plain)


def form_text(members: Mapping[Any, Any]) -> str:
    """An object as a query: arrays repeat their name, deeper values have brackets."""
    pairs: list[str] = []
    for key, member in members.items():
        name = escape_form(key_text(key))
        plain = reduce_value(member)
        if is_array(plain) and all(is_scalar(reduce_value(item)) for item in plain):
            pairs += [f"{name}={escape_form(scalar_text(item))}" for item in plain]
        else:
            pairs += [
                f"{name}{escape_form(brackets)}={escape_form(text)}"
                for brackets, text in bracketed(plain)
                if text is not None
            ]
    return "&".join(pairs)
