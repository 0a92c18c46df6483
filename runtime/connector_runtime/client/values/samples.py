"""Arguments and replies of an operation: what examples, mocks and contract tests are made of."""

from functools import lru_cache
from typing import Any

from connector_runtime.client.connector import Connector
from connector_runtime.client.operation import BodyMedia, Operation, ReplyMedia
from connector_runtime.client.values.generator import ValueGenerator
from connector_runtime.client.values.reach import Include
from connector_runtime.client.values.schema import JSON, Lookup, Schema, properties_of, resolve

_BYTES = b"sample"
_NAMELESS = frozenset({"text", "binary", "xml"})


class Samples:
    """Sample arguments and replies over one set of components; keep it, it learns the schemas."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup
        self._generator = ValueGenerator(lookup)

    def arguments(
        self, operation: Operation, seed: int = 0, include: Include = "all"
    ) -> dict[str, Any]:
        """Arguments by Python name: those that must be given, or ``all`` of them.

        Parameters of the client are left out, as the client has them. Values are JSON, but files
        and binary bodies are bytes.
        """
        generator = self._generator.with_seed(seed)
        made: dict[str, Any] = {
            parameter.name: generator.value(
                parameter.schema, (operation.name, parameter.location, parameter.wire), "request"
            )
            for parameter in operation.parameters
            if not parameter.client_parameter and (parameter.required or include == "all")
        }
        body = operation.body
        if body is not None and body.media and (body.required or include == "all"):
            made.update(self._body(operation.name, body.media[0], generator, include))
        return made

    def _body(
        self, operation: str, media: BodyMedia, generator: ValueGenerator, include: Include
    ) -> dict[str, Any]:
        path = (operation, "body")
        if media.kind == "binary":
            return {"body": _BYTES}
        if media.fields is None:
            value = generator.value(media.schema, path, "request", include)
            return {"body": str(value) if media.kind in _NAMELESS else value}
        target = resolve(media.schema, self._lookup)
        if include == "required" and not _demands(target):
            return {}
        value = generator.value(media.schema, path, "request", include)
        properties = properties_of(target)
        return {
            name: self._argument(properties.get(wire, {}), value[wire])
            for name, wire in media.fields.items()
            if wire in value
        }

    def _argument(self, schema: Schema, value: JSON) -> Any:
        target = resolve(schema, self._lookup)
        if _is_binary(target):
            return _BYTES
        if target.get("type") == "array" and _is_binary(
            resolve(target.get("items", {}), self._lookup)
        ):
            return [_BYTES for _ in value]
        return value

    def reply(self, operation: Operation, status: str | int, seed: int = 0) -> Any:
        """A reply of that status: the documented example where it is valid, else a made one.

        None for a reply without content and for a status that is not documented; bytes for binary
        replies, a string for text.
        """
        media = _media(operation, str(status))
        if media is None or media.kind == "empty":
            return None
        if media.kind == "binary":
            return _BYTES
        validator = self._generator.validator("reply")
        if media.example is not None and validator.conforms(media.schema, media.example):
            return media.example
        path = (operation.name, "reply", str(status))
        value = self._generator.with_seed(seed).value(media.schema, path, "reply")
        return str(value) if media.kind in _NAMELESS else value


def _demands(schema: Schema) -> bool:
    return any(schema.get(key) for key in ("required", "minProperties", "x-required-variants"))


def _is_binary(schema: Schema) -> bool:
    if schema.get("format") == "binary":
        return True
    media = str(schema.get("contentMediaType", ""))
    return bool(media) and "contentEncoding" not in schema and not media.endswith("json")


def _media(operation: Operation, status: str) -> ReplyMedia | None:
    """JSON first: it is what a model is decoded from."""
    documented = {**operation.errors, **operation.replies}
    for key in (status, f"{status[:1]}XX", f"{status[:1]}xx", "default"):
        if documented.get(key):
            media = documented[key]
            return next((each for each in media if each.kind == "json"), media[0])
    return None


@lru_cache(maxsize=16)
def samples_of(connector: Connector) -> Samples:
    """The samples of a generated connector, kept for as long as it is in use."""
    schemas = connector.schemas

    def lookup(key: str) -> Schema:
        schema: Schema = schemas[key]["schema"]
        return schema

    return Samples(lookup)


def example_arguments(
    operation: Operation, connector: Connector, seed: int = 0, include: Include = "required"
) -> dict[str, Any]:
    """Arguments for a call of ``operation``, by Python name; see :meth:`Samples.arguments`."""
    return samples_of(connector).arguments(operation, seed, include)


def reply_value(
    operation: Operation, connector: Connector, status: str | int, seed: int = 0
) -> Any:
    """A reply of ``operation``; see :meth:`Samples.reply`."""
    return samples_of(connector).reply(operation, status, seed)
