"""Which members of arguments and replies are secrets, personal data, amounts, or many at once.

Pointers start with ``/arguments``, then the Python name of an argument, or with ``/reply``; all
below has wire names, and ``*`` stands for every item of a list or map.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from connector_generator.infer.inputs import inputs
from connector_generator.infer.shapes import (
    Types,
    escape,
    items_of,
    map_values,
    record_of,
    resolve,
    success_type,
)
from connector_generator.ir.api import Api, Operation
from connector_generator.ir.types import Property, Record, Scalar, Schema, Type
from connector_generator.lower.naming.words import split_words

_DEPTH = 4
_LIMIT = 500
_SECRET = re.compile(
    r"(^|_)(password|passphrase|passwd|secret|client_secret|api_key|private_key|access_key|token"
    r"|access_token|refresh_token|auth_token|credentials?|cvc|cvv|cvn|pin_code|otp|signing_key"
    r"|webhook_secret|bearer|authorization|encryption_key|cookie)$"
)
_NOT_SECRET = re.compile(
    r"(^|_)(page|next|sync|continuation|pagination|cursor|count|max|total)_token"
)
_PERSONAL = re.compile(
    r"(^|_)(e?mail|email_address|emails|phone|phone_number|mobile|fax|first_name|last_name|full_name"
    r"|given_name|family_name|surname|maiden_name|birth_date|date_of_birth|dob|birthday|birthdate"
    r"|ssn|social_security_number|ssn_last_4|tax_id|id_number|passport|passport_number"
    r"|national_id|driver_license|street|street_address|address_line_?1|address_line_?2|line1|line2"
    r"|postal_code|zip|zip_code|zipcode|latitude|longitude|ip|ip_address|iban|account_number"
    r"|routing_number|card_number|gender|ethnicity|username)$"
)
_AMOUNT = re.compile(
    r"(^|_)(amount|total|price|unit_amount|unit_price|subtotal|total_price|value|sum|fee)$"
)
_CURRENCY = frozenset({"currency", "currency_code", "currencycode", "price_currency"})
_ALWAYS_AMOUNT = re.compile(r"(^|_)amount(_decimal|_money|_in_cents|_cents)?$")


class SensitivePointers(NamedTuple):
    """Sorted pointers by what they point to."""

    secret: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    amount: tuple[str, ...] = ()
    bulk: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Member:
    pointer: str
    name: str
    type: Type
    schema: Schema
    beside: frozenset[str]


def sensitive_pointers(operation: Operation, api: Api) -> SensitivePointers:
    """What policies, audit and redaction must know of an operation's values."""
    types = api.types
    taken = _limited(_arguments(operation, types))
    given = _limited(_reply(operation, types))
    everything = [*taken, *given]
    return SensitivePointers(
        secret=_pointers(each for each in everything if _is_secret(each, types)),
        personal=_pointers(each for each in everything if _is_personal(each, types)),
        amount=_pointers(each for each in taken if _is_amount(each, types)),
        bulk=_pointers(each for each in taken if _is_bulk(each, types)),
    )


def _pointers(members: Iterator[_Member]) -> tuple[str, ...]:
    return tuple(sorted({each.pointer for each in members}))


def _limited(members: Iterator[_Member]) -> list[_Member]:
    return [each for each, _ in zip(members, range(_LIMIT), strict=False)]


def _arguments(operation: Operation, types: Types) -> Iterator[_Member]:
    every = inputs(operation)
    names = frozenset(each.wire.lower() for each in every)
    schemas = {each.name.wire: each.schema for each in operation.parameters}
    media = operation.body.media[0] if operation.body and operation.body.media else None
    schemas |= {each.name.wire: each.schema for each in (media.fields if media else None) or ()}
    for each in every:
        pointer = f"/arguments/{each.python}"
        yield _Member(pointer, each.wire, each.type, schemas.get(each.wire, {}), names)
        yield from _inner(each.type, types, pointer, frozenset(), _DEPTH - 1)
    if media is not None and media.fields is None:
        pointer = "/arguments/body"
        yield _Member(pointer, "body", media.type, media.schema, frozenset())
        yield from _inner(media.type, types, pointer, frozenset(), _DEPTH - 1)


def _reply(operation: Operation, types: Types) -> Iterator[_Member]:
    type_ = success_type(operation)
    if type_ is not None:
        yield from _inner(type_, types, "/reply", frozenset(), _DEPTH)


def _inner(
    type_: Type, types: Types, pointer: str, seen: frozenset[str], depth: int
) -> Iterator[_Member]:
    """The members below a value; a record inside itself is looked at once."""
    repeated = items_of(type_, types) or map_values(type_, types)
    if repeated is not None:
        yield from _inner(repeated, types, f"{pointer}/*", seen, depth)
        return
    record = record_of(type_, types)
    if record is None or not depth or record.name.wire in seen:
        return
    for each in record.properties:
        member = _member(each, record, pointer)
        yield member
        inside = seen | {record.name.wire}
        yield from _inner(each.type, types, member.pointer, inside, depth - 1)


def _member(member: Property, record: Record, pointer: str) -> _Member:
    return _Member(
        f"{pointer}/{escape(member.name.wire)}",
        member.name.wire,
        member.type,
        member.schema,
        frozenset(each.name.wire.lower() for each in record.properties),
    )


def _snake(name: str) -> str:
    return "_".join(split_words(name))


def _is_scalar(member: _Member, types: Types) -> bool:
    resolved = resolve(member.type, types)
    return not isinstance(resolved, Scalar) or resolved.kind in {
        "str",
        "int",
        "Decimal",
        "float",
        "date",
        "datetime",
        "bytes",
    }


def _is_secret(member: _Member, types: Types) -> bool:
    if member.schema.get("format") == "password":
        return True
    name = _snake(member.name)
    return bool(_SECRET.search(name)) and not _NOT_SECRET.search(name) and _is_scalar(member, types)


def _is_personal(member: _Member, types: Types) -> bool:
    if member.schema.get("format") == "email":
        return True
    return bool(_PERSONAL.search(_snake(member.name))) and _is_scalar(member, types)


def _is_amount(member: _Member, types: Types) -> bool:
    """A number called amount, or one called price or total beside a currency."""
    resolved = resolve(member.type, types)
    number = isinstance(resolved, Scalar) and resolved.kind in {"int", "float", "Decimal", "str"}
    name = _snake(member.name)
    if not number:
        return False
    beside = bool(_CURRENCY & member.beside)
    return bool(_ALWAYS_AMOUNT.search(name)) or (beside and bool(_AMOUNT.search(name)))


def _is_bulk(member: _Member, types: Types) -> bool:
    """A list of records at the top of the arguments: many things in one call."""
    items = items_of(member.type, types)
    top = member.pointer.count("/") == 2
    return top and items is not None and record_of(items, types) is not None
