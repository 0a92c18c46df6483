"""Encoders of single parameters in the URL: from a Python value to the text that stands there.

Null is RFC 6570's undefined: an optional parameter that is null is not sent, also inside arrays and
objects. (A body is different: there null is a value.)
"""

from collections.abc import Callable
from typing import Any, TypeAlias

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.operation import Parameter
from connector_runtime.client.wire.escape import (
    escape,
    escape_reserved_path,
    escape_reserved_query,
    refuse_dot_segments,
)
from connector_runtime.client.wire.media_types import essence
from connector_runtime.client.wire.plain import (
    is_array,
    is_object,
    is_scalar,
    key_text,
    reduce_value,
    scalar_text,
)
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.styles import Join, effective_style, row

Quote: TypeAlias = Callable[[str], str]
Write: TypeAlias = Callable[[Any], str]
"""From the argument to the text in the request; empty when there is nothing to send."""


def _inner(plain: Any) -> str:
    if is_scalar(plain):
        return scalar_text(plain)
    from connector_runtime.client.wire.content import inner_text

    return inner_text(plain)


def _items(plain: list[Any], quote: Quote) -> list[str]:
    texts: list[str] = []
    for index, item in enumerate(plain):
        if item is None:
            continue
        try:
            texts.append(quote(_inner(item)))
        except ArgumentError as problem:
            raise problem.below(index) from None
    return texts


def _members(plain: dict[Any, Any], quote_key: Quote, quote: Quote) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for key, member in plain.items():
        if member is None or member is OMIT:
            continue
        try:
            pairs.append((quote_key(key_text(key)), quote(_inner(member))))
        except ArgumentError as problem:
            raise problem.below(key) from None
    return pairs


def styled(name: str, joins: tuple[Join, Join, Join], quote_key: Quote, quote: Quote) -> Write:
    """The encoder of one row of the styles' table."""
    scalar, array, object_ = joins

    def write(value: Any) -> str:
        kind = value.__class__
        if kind is str:
            return scalar(name, quote(value))
        if kind is int:
            return scalar(name, quote(scalar_text(value)))
        plain = reduce_value(value)
        if plain is None:
            return ""
        if is_array(plain):
            texts = _items(plain, quote)
            return array(name, texts) if texts else ""
        if is_object(plain):
            pairs = _members(plain, quote_key, quote)
            return object_(name, pairs) if pairs else ""
        return scalar(name, quote(scalar_text(plain)))

    return write


def _deep(name: str, joins: tuple[Join, Join, Join], quote: Quote) -> Write:
    from connector_runtime.client.wire.brackets import bracketed

    scalar, _, object_ = joins

    def write(value: Any) -> str:
        plain = reduce_value(value)
        if is_object(plain) or is_array(plain):
            pairs = [
                (escape(brackets), quote(text))
                for brackets, text in bracketed(plain)
                if text is not None
            ]
            return object_(name, pairs)
        return "" if plain is None else scalar(name, quote(scalar_text(plain)))

    return write


def content(content_type: str, quote: Quote) -> Write:
    """The encoder of a parameter that has a media type instead of a style."""
    from connector_runtime.client.wire.content import content_text

    def write(value: Any) -> str:
        return quote(content_text(content_type, value))

    return write


def named_content(name: str, write: Write, *, null: bool) -> Write:
    """``null`` tells whether the document takes a null there; otherwise it is not sent."""

    def named(value: Any) -> str:
        return f"{name}={write(value)}" if null or value is not None else ""

    return named


def path_writer(parameter: Parameter) -> Write:
    """The text of a path parameter; empty values and dot segments are refused."""
    quote = escape_reserved_path if parameter.allow_reserved else escape
    if parameter.content_type:
        return _not_empty(content(parameter.content_type, _path_quote(quote)), ())
    name = escape(parameter.wire)
    joins = row("path", parameter.style, parameter.explode)
    return _not_empty(styled(name, joins, escape, _path_quote(quote)), (".", f";{name}"))


def _path_quote(quote: Quote) -> Quote:
    def checked(text: str) -> str:
        if "." in text or "%" in text:
            refuse_dot_segments(text)
        return quote(text)

    return checked


def _not_empty(write: Write, empty: tuple[str, ...]) -> Write:
    """``empty`` is what the styles make of nothing."""

    def checked(value: Any) -> str:
        text = write(value)
        if not text or text in empty:
            raise ArgumentError("an empty value has no place in a path")
        return text

    return checked


def query_writer(parameter: Parameter) -> Write:
    """The pairs of a query parameter, joined by ``&``."""
    quote = escape_reserved_query if parameter.allow_reserved else escape
    name = escape(parameter.wire)
    if parameter.content_type:
        null = parameter.schema.get("nullable") is True
        return named_content(name, content(parameter.content_type, quote), null=null)
    joins = row("query", parameter.style, parameter.explode)
    if effective_style("query", parameter.style) == "deepObject":
        return _deep(name, joins, quote)
    return styled(name, joins, escape, quote)


def querystring_writer(parameter: Parameter) -> Write:
    """The whole query as one value (3.2, ``in: querystring``)."""
    from connector_runtime.client.wire.content import FORM, form_text

    if essence(parameter.content_type) not in ("", FORM):
        return content(parameter.content_type, escape)

    def write(value: Any) -> str:
        plain = reduce_value(value)
        if not is_object(plain):
            raise ArgumentError("the query string is given as an object")
        return form_text(plain)

    return write
