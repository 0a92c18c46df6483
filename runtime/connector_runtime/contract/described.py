"""What the description says of a connector's replies, prepared for judging them."""

from collections.abc import Collection
from functools import cached_property, lru_cache

from connector_runtime.client.connector import Connector
from connector_runtime.client.operation import Operation
from connector_runtime.client.values import Schema, Validator
from connector_runtime.client.wire.decode import Decoder, compile_decoder
from connector_runtime.contract.findings import Finding, Kind, severity_of
from connector_runtime.contract.patterns import place_of
from connector_runtime.contract.undocumented import open_models


class Described:
    """A connector's schemas and models; it learns (:func:`described_of`)."""

    def __init__(self, connector: Connector) -> None:
        self.connector = connector
        self.models = f"{connector.package}.models"
        self.validator = Validator(self.lookup, "reply")
        self.decoder = lru_cache(maxsize=None)(self._decoder)
        self._schemas: dict[str, Schema] = {}

    def _decoder(self, name: str) -> Decoder:
        """How replies of an operation are chosen among those described."""
        return compile_decoder(self.connector.operations[name])

    @cached_property
    def open_names(self) -> Collection[str]:
        """Models that may have members beyond those declared."""
        return open_models(self.connector)

    def lookup(self, key: str) -> Schema:
        """A component schema by its key; each is read once. Raises KeyError."""
        schema = self._schemas.get(key)
        if schema is None:
            schema = self._schemas[key] = self.connector.schemas[key]["schema"]
        return schema

    def finding(
        self,
        operation: Operation,
        kind: Kind,
        expected: str,
        got: str,
        pointer: str = "",
        schema: Schema | None = None,
    ) -> Finding:
        """A deviation at a pointer into a reply of ``schema``."""
        place = place_of(pointer, schema or {}, self.lookup)
        return Finding(
            connector=self.connector.name,
            operation=operation.name,
            kind=kind,
            pointer=place.pointer,
            pattern=place.pattern,
            expected=expected,
            got=got,
            severity=severity_of(kind),
        )


@lru_cache(maxsize=16)
def described_of(connector: Connector) -> Described:
    """What is described of a connector, kept for as long as it is in use."""
    return Described(connector)
