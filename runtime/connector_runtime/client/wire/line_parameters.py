"""Encoders of single parameters in header lines: headers and cookies."""

from connector_runtime.client.operation import Parameter
from connector_runtime.client.wire.escape import escape
from connector_runtime.client.wire.header_text import (
    cookie_escaped,
    cookie_text,
    header_value,
    is_token,
)
from connector_runtime.client.wire.media_types import is_json
from connector_runtime.client.wire.parameters import Write, content, named_content, styled
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.styles import effective_style, row


def _checked_name(name: str) -> str:
    """A name comes from the document or the caller: it must not end the line."""
    if not is_token(name):
        raise ArgumentError(f"{name!r} cannot name a header or a cookie")
    return name


def header_writer(parameter: Parameter) -> Write:
    """The value of a header; nothing is percent-encoded there."""
    name = _checked_name(parameter.wire)
    if not parameter.content_type:
        joins = row("header", parameter.style, parameter.explode)
        return styled(name, joins, header_value, header_value)
    if not is_json(parameter.content_type):
        return content(parameter.content_type, header_value)
    from connector_runtime.client.wire.json_text import json_ascii

    return lambda value: header_value(json_ascii(value))


def cookie_writer(parameter: Parameter) -> Write:
    """The pairs of a cookie parameter, joined by ``; ``."""
    name = _checked_name(parameter.wire)
    if parameter.content_type:
        write = content(parameter.content_type, cookie_escaped)
        return named_content(name, write, null=False)
    joins = row("cookie", parameter.style, parameter.explode)
    if effective_style("cookie", parameter.style) == "cookie":
        return styled(name, joins, _checked_name, cookie_text)
    return styled(name, joins, escape, cookie_escaped)
