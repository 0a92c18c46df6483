"""Every operation against the connector's mock: the whole client works, and the two halves of it
agree (what the description's examples and schemas give, and the models that read it)."""

import asyncio
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, cast

from connector_runtime.client.operation import Operation
from connector_runtime.client.options import CallOptions
from connector_runtime.contract.calls import (
    Caller,
    Calling,
    ClientMaker,
    connector_of,
    mock_class,
)
from connector_runtime.contract.described import Described, described_of
from connector_runtime.contract.judgement import judge
from connector_runtime.contract.recorded import Replays, recordings
from connector_runtime.contract.results import Report, Result, result_of
from connector_runtime.contract.settings import ignore


class Variant(NamedTuple):
    """One way to make a call: by which client, and how strictly its reply is decoded."""

    prefix: str
    strict: bool

    def __str__(self) -> str:
        return ("async " if self.prefix else "") + ("strict" if self.strict else "loose")


VARIANTS = tuple(Variant(prefix, strict) for prefix in ("", "Async") for strict in (False, True))


class Offline:
    """The offline checks of one generated package.

    ``makers`` gives client classes by prefix (empty, ``Async``); else they are the package's own
    ``Mock...Client`` and ``AsyncMock...Client``. Raises :class:`NoMockError` where it has none.
    """

    def __init__(
        self, package: ModuleType, makers: Mapping[str, ClientMaker] | None = None, seed: int = 0
    ) -> None:
        self.connector = connector_of(package)
        self._described = described_of(self.connector)
        self._seed = seed
        self._makers = makers or {prefix: mock_class(package, prefix) for prefix in ("", "Async")}

    def check(self, name: str, variant: Variant) -> Result:
        """Call one operation with made arguments; whatever is not as described is found."""
        operation = self.connector.operations[name]
        make = self._makers[variant.prefix]
        caller = Caller(_waiting(make) if variant.prefix else make, strict=variant.strict)
        try:
            seen = caller.call(operation, operation.example_arguments(self._seed))
        except AssertionError as error:
            return _refused(operation, variant, error, self._described)
        finally:
            caller.client.close()
        return replace(judge(seen, self._described), variant=str(variant))

    def results(self) -> Iterator[Result]:
        """Every operation in every variant, one after the other."""
        return (self.check(name, each) for name in self.names() for each in VARIANTS)

    def names(self) -> list[str]:
        """The operations, sorted."""
        return sorted(each.name for each in self.connector.operations)


def check_offline(
    package: ModuleType,
    on_result: Callable[[Result], None] = ignore,
    seed: int = 0,
    cassettes: Path | None = None,
) -> Report:
    """Every operation against the package's mock, and every reply recorded in a folder against the
    description. Raises :class:`NoMockError` and :class:`CassetteError`."""
    offline = Offline(package, seed=seed)
    recorded = recordings(cassettes, offline.connector.name) if cassettes else ()
    start, started = time.monotonic(), datetime.now(UTC).isoformat(timespec="seconds")
    results: list[Result] = []
    for result in chain(offline.results(), Replays(package).results(recorded)):
        results.append(result)
        on_result(result)
    return Report(
        connector=offline.connector.name,
        mode="mock",
        base_url="",
        started=started,
        seconds=round(time.monotonic() - start, 1),
        calls=len(results),
        results=tuple(results),
    )


def _refused(
    operation: Operation, variant: Variant, error: AssertionError, described: Described
) -> Result:
    """The mock says that the request is not as described."""
    found = described.finding(operation, "refused", "a request that the mock takes", "another one")
    reason = " ".join(str(error).split())[:500]
    return replace(result_of(operation, "drift", (found,)), reason=reason, variant=str(variant))


class _Waiting:
    """An asynchronous client, called from where nothing can be awaited."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self._runner = asyncio.Runner()

    def call(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions | None = None
    ) -> Any:
        """Call an operation, and wait."""
        return self._runner.run(self._called(name, arguments, options))

    async def _called(
        self, name: str, arguments: Mapping[str, Any], options: CallOptions | None
    ) -> Any:
        value = await self._client.call(name, arguments, options)
        return [item async for item in value] if hasattr(value, "__aiter__") else value

    def close(self) -> None:
        """Close all connections."""
        self._runner.run(self._client.aclose())
        self._runner.close()


def _waiting(make: ClientMaker) -> ClientMaker:
    def waiting(credentials: Any = None, /, **settings: Any) -> Calling:
        return _Waiting(make(credentials, **settings))

    return cast("ClientMaker", waiting)
