"""What the mocks of a connector have in common: all that only depends on its description.

Reading Stripe's takes a fifth of a second, and a test suite makes a mock for every test.
"""

from collections.abc import Sequence
from functools import lru_cache
from threading import RLock
from typing import Any

from connector_runtime.client.connector import Connector
from connector_runtime.client.mocking.reading import Reader
from connector_runtime.client.mocking.resources import Resources
from connector_runtime.client.mocking.routes import Routes
from connector_runtime.client.operation import Operation
from connector_runtime.client.values import Lookup, Samples, Schema, ValueGenerator
from connector_runtime.client.values.reach import Include
from connector_runtime.client.values.schema import View


class Values:
    """Made values for any seed; they learn of the schemas, so that one thread at a time asks."""

    def __init__(self, lookup: Lookup) -> None:
        self._generator = ValueGenerator(lookup)
        self._samples = Samples(lookup)
        self._lock = RLock()

    def value(
        self,
        seed: int,
        schema: Schema,
        path: Sequence[str],
        view: View = "reply",
        include: Include = "all",
    ) -> Any:
        """As :meth:`ValueGenerator.value`."""
        with self._lock:
            return self._generator.with_seed(seed).value(schema, path, view, include)

    def reply(self, seed: int, operation: Operation, status: str | int) -> Any:
        """As :meth:`Samples.reply`."""
        with self._lock:
            return self._samples.reply(operation, status, seed)


class Blueprint:
    """One connector's description, read. Nothing in it is ever changed by a mock."""

    def __init__(self, connector: Connector) -> None:
        self._lines = connector.schemas
        self._schemas: dict[str, Schema] = {}
        operations = tuple(connector.operations)
        self.routes = Routes(operations)
        self.resources = Resources(operations, self.lookup)
        self.reader = Reader(self.lookup)
        self.values = Values(self.lookup)

    def lookup(self, key: str) -> Schema:
        """A component schema by its key; each is read once. Raises KeyError."""
        schema = self._schemas.get(key)
        if schema is None:
            schema = self._schemas[key] = self._lines[key]["schema"]
        return schema


@lru_cache(maxsize=16)
def blueprint_of(connector: Connector) -> Blueprint:
    """The blueprint of a connector, kept for as long as it is in use."""
    return Blueprint(connector)
