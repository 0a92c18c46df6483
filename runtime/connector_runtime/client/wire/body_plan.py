"""An operation's body as the encoder needs it: which arguments are its fields, what makes bytes."""

from collections.abc import Mapping, Sequence
from typing import Any

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.operation import BodyMedia
from connector_runtime.client.wire.bodies import EncodedBody, body_encoder
from connector_runtime.client.wire.json_text import Resolve
from connector_runtime.client.wire.plain import is_object, reduce_value
from connector_runtime.client.wire.problems import ArgumentError

WHOLE = ""
"""The key under which a body given as one value is kept."""


class BodyPlan:
    """One media type of one operation's body."""

    __slots__ = ("_encode", "_media", "_required", "_required_fields", "_single", "arguments")

    def __init__(self, media: BodyMedia, required: bool, resolve: Resolve) -> None:
        self._media = media
        self._encode = body_encoder(media, resolve)
        self._required = required
        self._single = media.fields is None
        self.arguments: Mapping[str, str] = (
            {"body": WHOLE} if media.fields is None else media.fields
        )
        """From Python argument to wire name."""
        reference = str(media.schema.get("$ref", ""))
        schema = resolve(reference.rpartition("/")[2]) if reference else media.schema
        needed: Sequence[str] = schema.get("required") or ()
        self._required_fields = tuple(
            (name, wire) for name, wire in self.arguments.items() if wire in needed
        )

    def body(self, fields: dict[str, Any], extra: Mapping[str, Any] | None) -> EncodedBody | None:
        """The body of a call; None when there is none to send."""
        if self._single:
            value = self._whole(fields.get(WHOLE, OMIT), extra)
            if value is OMIT:
                return None
        else:
            value = self._in_order(fields)
            if extra:
                value.update(extra)
            if not value and not self._required:
                return None
            for name, wire in self._required_fields:
                if wire not in value:
                    raise ArgumentError(f"the argument {name!r} is required", f"/{name}")
        return self._bytes(value)

    def _in_order(self, fields: dict[str, Any]) -> dict[str, Any]:
        """In the order of the description: the same call is the same bytes, whoever writes it, and
        some servers want the file of a form to come last."""
        if len(fields) < 2:
            return fields
        return {wire: fields[wire] for wire in self.arguments.values() if wire in fields}

    def _whole(self, value: Any, extra: Mapping[str, Any] | None) -> Any:
        if value is OMIT and self._required and not extra:
            raise ArgumentError("the argument 'body' is required", "/body")
        if value is None and not self._required and self._media.kind != "json":
            return OMIT
        if not extra:
            return value
        plain: Any = {} if value is OMIT else reduce_value(value)
        if not is_object(plain):
            raise ArgumentError("extra fields need a body that is an object", "/body")
        return {**plain, **extra}

    def _bytes(self, value: Any) -> EncodedBody:
        try:
            return self._encode(value)
        except ArgumentError as problem:
            raise self._by_argument(problem) from None

    def _by_argument(self, problem: ArgumentError) -> ArgumentError:
        """The pointer of a problem, from the wire's name to the argument's."""
        if self._single:
            return problem.below("body")
        field, slash, rest = problem.pointer[1:].partition("/")
        for name, wire in self.arguments.items():
            if wire == field:
                return ArgumentError(problem.message, f"/{name}{slash}{rest}")
        return problem
