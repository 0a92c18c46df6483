"""Which members of arguments and replies are secrets, personal data, amounts, or many at once.

Pointers start with ``/arguments``, then the Python name of an argument, or with ``/reply``; all
below has wire names, and ``*`` stands for every item of a list or map.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple, TypeAlias

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
from connector_generator.ir.api import Operation
from connector_generator.ir.types import Property, Record, Scalar, Schema, Type
from connector_generator.lower.naming.words import split_words

_ARGUMENT_DEPTH, _REPLY_DEPTH = 4, 3
"""How deep values are looked at; deeper, vendors repeat whole objects in each other."""
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
_NUMBERS = frozenset({"int", "float", "Decimal", "str"})
_TELLING = _NUMBERS | {"date", "datetime", "bytes"}
_CURRENCY = frozenset({"currency", "currency_code", "currencycode", "price_currency"})
_ALWAYS_AMOUNT = re.compile(r"(^|_)amount(_decimal|_money|_in_cents|_cents)?$")
_NESTED = "/*" * 4
"""Lists are looked into no deeper than this: one may hold itself."""


class SensitivePointers(NamedTuple):
    """Sorted pointers by what they point to."""

    secret: tuple[str, ...] = ()
    personal: tuple[str, ...] = ()
    amount: tuple[str, ...] = ()
    bulk: tuple[str, ...] = ()


class _Member(NamedTuple):
    """A named value: an argument, or a member of a record, with its names' company."""

    name: str
    type: Type
    schema: Schema
    beside: frozenset[str]


Found: TypeAlias = Iterator[tuple[str, str]]
"""Pointers with what they point to: a field of :class:`SensitivePointers`."""


class Sensitive:
    """Finds sensitive values in the operations of one API; what a record holds is judged once."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._records: dict[str, tuple[tuple[str, Type, tuple[str, ...]], ...]] = {}

    def pointers(self, operation: Operation) -> SensitivePointers:
        """What policies, audit and redaction must know of an operation's values."""
        taken = list(islice(self._arguments(operation), _LIMIT))
        given = list(islice(self._reply(operation), _LIMIT))
        return SensitivePointers(
            secret=_of("secret", [*taken, *given]),
            personal=_of("personal", [*taken, *given]),
            amount=_of("amount", taken),
            bulk=_of("bulk", taken),
        )

    def _arguments(self, operation: Operation) -> Found:
        every = inputs(operation)
        names = frozenset(each.wire.lower() for each in every)
        schemas = {each.name.wire: each.schema for each in operation.parameters}
        media = operation.body.media[0] if operation.body and operation.body.media else None
        schemas |= {each.name.wire: each.schema for each in (media.fields if media else None) or ()}
        for each in every:
            member = _Member(each.wire, each.type, schemas.get(each.wire, {}), names)
            yield from self._argument(f"/arguments/{each.python}", member)
        if media is not None and media.fields is None:
            member = _Member("body", media.type, media.schema, frozenset())
            yield from self._argument("/arguments/body", member)

    def _argument(self, pointer: str, member: _Member) -> Found:
        yield from ((pointer, kind) for kind in self._kinds(member))
        items = items_of(member.type, self._types)
        if items is not None and record_of(items, self._types) is not None:
            yield pointer, "bulk"
        yield from self._inner(member.type, pointer, frozenset(), _ARGUMENT_DEPTH - 1)

    def _reply(self, operation: Operation) -> Found:
        type_ = success_type(operation)
        if type_ is not None:
            yield from self._inner(type_, "/reply", frozenset(), _REPLY_DEPTH)

    def _inner(self, type_: Type, pointer: str, seen: frozenset[str], depth: int) -> Found:
        """The members below a value; a record inside itself is looked at once."""
        repeated = items_of(type_, self._types) or map_values(type_, self._types)
        if repeated is not None:
            if pointer.endswith(_NESTED):
                return
            yield from self._inner(repeated, f"{pointer}/*", seen, depth)
            return
        record = record_of(type_, self._types)
        if record is None or not depth or record.name.wire in seen:
            return
        inside = seen | {record.name.wire}
        for suffix, inner, kinds in self._members(record):
            yield from ((pointer + suffix, kind) for kind in kinds)
            yield from self._inner(inner, pointer + suffix, inside, depth - 1)

    def _members(self, record: Record) -> tuple[tuple[str, Type, tuple[str, ...]], ...]:
        known = self._records.get(record.name.wire)
        if known is None:
            beside = frozenset(each.name.wire.lower() for each in record.properties)
            known = self._records[record.name.wire] = tuple(
                (f"/{escape(each.name.wire)}", each.type, self._kinds(_member(each, beside)))
                for each in record.properties
            )
        return known

    def _kinds(self, member: _Member) -> tuple[str, ...]:
        name = "_".join(split_words(member.name))
        resolved = resolve(member.type, self._types)
        kind = resolved.kind if isinstance(resolved, Scalar) else None
        judged = {
            "secret": _is_secret(name, member.schema, kind),
            "personal": _is_personal(name, member.schema, kind),
            "amount": _is_amount(name, member.beside, kind),
        }
        return tuple(each for each, holds in judged.items() if holds)


def _of(kind: str, found: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(sorted({pointer for pointer, each in found if each == kind}))


def _member(member: Property, beside: frozenset[str]) -> _Member:
    return _Member(member.name.wire, member.type, member.schema, beside)


def _may_hold(kind: str | None) -> bool:
    """Whether a value of that scalar kind (None: no scalar) can be told from others."""
    return kind is None or kind in _TELLING


def _is_secret(name: str, schema: Schema, kind: str | None) -> bool:
    if schema.get("format") == "password":
        return True
    return bool(_SECRET.search(name)) and not _NOT_SECRET.search(name) and _may_hold(kind)


def _is_personal(name: str, schema: Schema, kind: str | None) -> bool:
    if schema.get("format") == "email":
        return True
    return bool(_PERSONAL.search(name)) and _may_hold(kind)


def _is_amount(name: str, beside: frozenset[str], kind: str | None) -> bool:
    """A number called amount, or one called price or total beside a currency."""
    if kind not in _NUMBERS:
        return False
    return bool(_ALWAYS_AMOUNT.search(name)) or (
        bool(_CURRENCY & beside) and bool(_AMOUNT.search(name))
    )
