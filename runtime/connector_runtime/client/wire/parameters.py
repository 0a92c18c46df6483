"""One parameter's encoder: from a Python value to the text that stands in its location.

Null is RFC 6570's undefined: an optional parameter that is null is not sent, also inside arrays and
objects. (A body is different: there null is a value.)
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias, cast

from connector_runtime.client.operation import Parameter
from connector_runtime.client.wire.brackets import bracketed
from connector_runtime.client.wire.escape import (
    escape,
    escape_form,
    escape_reserved_path,
    escape_reserved_query,
    refuse_dot_segments,
)
from connector_runtime.client.wire.header_text import (
    cookie_escaped,
    cookie_text,
    header_value,
    is_token,
)
from connector_runtime.client.wire.json_text import json_ascii, json_text
from connector_runtime.client.wire.media_types import is_json
from connector_runtime.client.wire.plain import is_scalar, key_text, reduce_value, scalar_text
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.styles import Join, effective_style, row

Quote: TypeAlias = Callable[[str], str]
Write: TypeAlias = Callable[[Any], str]
"""From the argument to the text in the request; empty when there is nothing to send."""

FORM = "application/x-www-form-urlencoded"


def _inner_text(value: Any) -> str:
    """An item or member: a scalar, or JSON where the document nests deeper than styles can say."""
    plain = reduce_value(value)
    return scalar_text(plain) if is_scalar(plain) else json_text(plain)


def _items(plain: list[Any], quote: Quote) -> list[str]:
    texts: list[str] = []
    for index, item in enumerate(plain):
        if item is None:
            continue
        try:
            texts.append(quote(_inner_text(item)))
        except ArgumentError as problem:
            raise problem.below(index) from None
    return texts


def _members(plain: dict[Any, Any], quote_key: Quote, quote: Quote) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, member in plain.items():
        if member is None:
            continue
        try:
            pairs.append((quote_key(key_text(key)), quote(_inner_text(member))))
        except ArgumentError as problem:
            raise problem.below(key) from None
    return pairs


def _deep_members(plain: Any, quote: Quote) -> list[tuple[str, str]]:
    pairs = bracketed(plain)
    return [(escape(brackets), quote(text)) for brackets, text in pairs if text is not None]


def _styled(name: str, joins: tuple[Join, Join, Join], quote_key: Quote, quote: Quote) -> Write:
    scalar, array, object_ = joins

    def write(value: Any) -> str:
        kind = type(value)
        if kind is str:
            return scalar(name, quote(value))
        if kind is int:
            return scalar(name, quote(scalar_text(value)))
        plain = reduce_value(value)
        if plain is None:
            return ""
        if type(plain) is list:
            texts = _items(cast("list[Any]", plain), quote)
            return array(name, texts) if texts else ""
        if type(plain) is dict:
            pairs = _members(cast("dict[Any, Any]", plain), quote_key, quote)
            return object_(name, pairs) if pairs else ""
        return scalar(name, quote(scalar_text(plain)))

    return write


def _deep(name: str, joins: tuple[Join, Join, Join], quote: Quote) -> Write:
    scalar, _, object_ = joins

    def write(value: Any) -> str:
        plain = reduce_value(value)
        if type(plain) is dict or type(plain) is list:
            return object_(name, _deep_members(plain, quote))
        return "" if plain is None else scalar(name, quote(scalar_text(plain)))

    return write


def content_text(content_type: str, value: Any) -> str:
    """A value as the text of a media type (``content`` of a parameter)."""
    if is_json(content_type):
        return json_text(value)
    plain = reduce_value(value)
    if content_type.partition(";")[0].strip().lower() == FORM and type(plain) is dict:
        return form_text(cast("dict[Any, Any]", plain))
    return scalar_text(plain) if is_scalar(plain) else json_text(plain)


def form_text(plain: Mapping[Any, Any]) -> str:
    """An object as a query: arrays repeat their name, deeper values have brackets."""
    pairs: list[str] = []
    for key, member in plain.items():
        name = escape_form(key_text(key))
        inner = reduce_value(member)
        if type(inner) is list and all(is_scalar(reduce_value(item)) for item in inner):
            pairs += [f"{name}={escape_form(scalar_text(item))}" for item in inner]
        else:
            pairs += [
                f"{name}{escape_form(brackets)}={escape_form(text)}"
                for brackets, text in bracketed(inner)
                if text is not None
            ]
    return "&".join(pairs)


def _checked_name(parameter: Parameter) -> str:
    """A header's or cookie's name comes from the document: it must not end the line."""
    if not is_token(parameter.wire):
        raise ArgumentError(f"{parameter.wire!r} is not a name that can be sent")
    return parameter.wire


def path_writer(parameter: Parameter) -> Write:
    """The text of a path parameter; empty values and dot segments are refused."""
    quote = escape_reserved_path if parameter.allow_reserved else escape
    if parameter.content_type:
        write: Write = _content(parameter.content_type, quote)
    else:
        joins = row("path", parameter.style, parameter.explode)
        write = _styled(escape(parameter.wire), joins, escape, _path_quote(quote))
    if not parameter.content_type and effective_style("path", parameter.style) == "simple":
        return _not_empty(write)
    return _not_empty(write, also=frozenset((".", f";{escape(parameter.wire)}")))


def _path_quote(quote: Quote) -> Quote:
    def checked(text: str) -> str:
        refuse_dot_segments(text)
        return quote(text)

    return checked


def _not_empty(write: Write, also: frozenset[str] = frozenset()) -> Write:
    def checked(value: Any) -> str:
        text = write(value)
        if not text or text in also:
            raise ArgumentError("an empty value has no place in a path")
        return text

    return checked


def _content(content_type: str, quote: Quote) -> Write:
    def write(value: Any) -> str:
        return quote(content_text(content_type, value))

    return write


def _named_content(name: str, write: Write, null: bool) -> Write:
    """``null`` tells whether the document takes a null there; otherwise it is not sent."""

    def named(value: Any) -> str:
        return f"{name}={write(value)}" if null or value is not None else ""

    return named


def query_writer(parameter: Parameter) -> Write:
    """The pairs of a query parameter, joined by ``&``."""
    quote = escape_reserved_query if parameter.allow_reserved else escape
    name = escape(parameter.wire)
    if parameter.content_type:
        null = parameter.schema.get("nullable") is True
        return _named_content(name, _content(parameter.content_type, quote), null)
    joins = row("query", parameter.style, parameter.explode)
    if effective_style("query", parameter.style) == "deepObject":
        return _deep(name, joins, quote)
    return _styled(name, joins, escape, quote)


def querystring_writer(parameter: Parameter) -> Write:
    """The whole query as one value (3.2, ``in: querystring``)."""
    if parameter.content_type.partition(";")[0].strip().lower() not in ("", FORM):
        return _content(parameter.content_type, escape)

    def write(value: Any) -> str:
        plain = reduce_value(value)
        if type(plain) is not dict:
            raise ArgumentError("the query string is given as an object")
        return form_text(cast("dict[Any, Any]", plain))

    return write


def header_writer(parameter: Parameter) -> Write:
    """The value of a header; nothing is percent-encoded there."""
    _checked_name(parameter)
    if parameter.content_type:
        if is_json(parameter.content_type):
            return lambda value: header_value(json_ascii(value))
        content_type = parameter.content_type
        return lambda value: header_value(content_text(content_type, value))
    joins = row("header", "simple", parameter.explode)
    return _styled(parameter.wire, joins, header_value, header_value)


def cookie_writer(parameter: Parameter) -> Write:
    """The pairs of a cookie parameter, joined by ``; ``."""
    name = _checked_name(parameter)
    if parameter.content_type:
        return _named_content(name, _content(parameter.content_type, cookie_escaped), null=False)
    joins = row("cookie", parameter.style, parameter.explode)
    if effective_style("cookie", parameter.style) == "cookie":
        return _styled(name, joins, _cookie_key, cookie_text)
    return _styled(name, joins, escape, cookie_escaped)


def _cookie_key(text: str) -> str:
    if not is_token(text):
        raise ArgumentError(f"{text!r} is not a cookie's name")
    return text
