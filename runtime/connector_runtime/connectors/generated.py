"""A generated connector as a service: its client, spoken to in the domain form."""

import asyncio
from base64 import b64encode
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, cast

from connector_runtime.client.clients import AsyncClient
from connector_runtime.client.errors import (
    ArgumentError,
    CredentialsMissingError,
    DeadlineExceededError,
    ReplyTooLargeError,
)
from connector_runtime.client.mocking.problems import MockRequestError
from connector_runtime.client.options import CallOptions, raw_options
from connector_runtime.client.raw_response import RawResponse
from connector_runtime.client.streams.streams import AsyncStream
from connector_runtime.client.values import Lookup
from connector_runtime.connectors.arguments import ArgumentCheck
from connector_runtime.connectors.facts import OperationFacts
from connector_runtime.connectors.metadata import service_json
from connector_runtime.connectors.packages import GeneratedPackage
from connector_runtime.connectors.problems import credentials_missing, invalid_argument
from connector_runtime.connectors.service import IntegrationService
from connector_runtime.errors import OperationNotSupportedError

LARGEST_CONTENT = 1_048_576
"""Bytes of a file or another binary reply that a result can hold."""
MOST_ITEMS = 10_000
"""Items of a stream that a result can hold."""


class GeneratedService(IntegrationService):
    """Operations of a generated package through its asynchronous client (or its mock).

    A result is the reply in the operation's domain form. Without one it is the reply by Python
    names, with only the members that came; no content is ``{}``, bytes are ``{"content_type",
    "size", "base64"}`` (at most 1 MiB), and every other reply that is no object, a list or a text
    say, is ``{"result": …}``. Of a list that has pages it is the first page.

    Errors of the client (:class:`~connector_runtime.client.errors.ConnectorError`) pass through,
    but for those of arguments and missing credentials, which are the platform's own.
    """

    def __init__(self, package: GeneratedPackage, client: AsyncClient) -> None:
        self._package = package
        self._client = client
        self._checks: dict[str, ArgumentCheck] = {}
        self._running = 0
        self._closed = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._package.connector_id}>"

    async def execute_operation(
        self, operation_name: str, arguments: dict[str, Any], context: dict[str, Any]
    ) -> dict[str, Any]:
        """Run an operation; ``context`` may lack what is not known."""
        check, facts = self._check(operation_name), self._facts(operation_name)
        values = check.vendor_arguments(arguments)
        key = context.get("idempotency_key") if facts.takes_idempotency_key else None
        options = CallOptions(
            idempotency_key=key or None, deadline=context.get("deadline") or facts.deadline
        )
        self._running += 1
        try:
            reply = await self._answered(operation_name, values, options)
        except ArgumentError as problem:
            raise invalid_argument(check.place(problem.pointer), problem.message) from None
        finally:
            self._running -= 1
            await self._close_when_idle()
        document = reply.result if isinstance(reply, _Content) else reply
        return _object(check.domain.to_domain(document, arguments, datetime.now(UTC)))

    def get_operations(self) -> list[dict[str, Any]]:
        """The operations in their domain form."""
        found = (self._package.operation(name) for name in self._package.names())
        return [service_json(each) for each in found if each is not None]

    def check_arguments(self, operation_name: str, arguments: Mapping[str, Any]) -> None:
        """Raise :class:`~connector_runtime.errors.ArgumentsInvalidError` for arguments that would
        not be sent, :class:`~connector_runtime.errors.OperationNotSupportedError` for an unknown
        operation."""
        self._check(operation_name).vendor_arguments(arguments)

    async def aclose(self) -> None:
        """Close the client, once the calls that are under way have ended."""
        self._closed = True
        await self._close_when_idle()

    async def _close_when_idle(self) -> None:
        if self._closed and not self._running:
            await self._client.aclose()

    def _facts(self, name: str) -> OperationFacts:
        facts = self._package.operation(name)
        if facts is None:
            raise OperationNotSupportedError(f"Unknown operation: {name}")
        return facts

    def _check(self, name: str) -> ArgumentCheck:
        check = self._checks.get(name)
        if check is None:
            row = self._package.row(name)
            if row is None:
                raise OperationNotSupportedError(f"Unknown operation: {name}")
            check = self._checks[name] = ArgumentCheck(row, _lookup(self._package))
        return check

    async def _answered(self, name: str, values: Mapping[str, Any], options: CallOptions) -> Any:
        """The reply; what can go wrong on this side is said in the platform's words."""
        try:
            return await self._called(name, values, options)
        except MockRequestError as problem:
            # Only mocks read requests as the vendor would.
            raise invalid_argument((), "; ".join(problem.problems)) from None
        except CredentialsMissingError:
            schemes = self._package.connecting.get("security_schemes") or ()
            raise credentials_missing(self._package.connector_id, schemes) from None

    async def _called(self, name: str, values: Mapping[str, Any], options: CallOptions) -> Any:
        answer = await self._client.call(name, values, raw_options(options))
        if isinstance(answer, AsyncStream):
            return await self._collected(name, cast("AsyncStream[Any]", answer), options)
        response = cast("RawResponse[Any]", answer)
        value = response.parse()
        if isinstance(value, bytes):
            self._check_size(name, len(value), LARGEST_CONTENT, "bytes")
            return _content(value, response.headers.get("content-type", ""))
        return value

    async def _collected(
        self, name: str, stream: AsyncStream[Any], options: CallOptions
    ) -> list[Any]:
        items: list[Any] = []
        try:
            async with asyncio.timeout(options.deadline), stream:
                async for item in stream:
                    items.append(item)
                    self._check_size(name, len(items), MOST_ITEMS, "items")
        except TimeoutError:
            raise DeadlineExceededError(f"the stream did not end within {options.deadline:g} s").at(
                self._package.connector_id, name
            ) from None
        return items

    def _check_size(self, name: str, size: int, limit: int, unit: str) -> None:
        if size > limit:
            raise ReplyTooLargeError(
                f"the reply has {size} {unit} or more; a result holds at most {limit}", limit=limit
            ).at(self._package.connector_id, name)


class _Content:
    """A reply of bytes, as a result."""

    def __init__(self, result: dict[str, Any]) -> None:
        self.result = result


def _content(content: bytes, content_type: str) -> _Content:
    return _Content(
        {
            "content_type": content_type,
            "size": len(content),
            "base64": b64encode(content).decode("ascii"),
        }
    )


def _object(value: Any) -> dict[str, Any]:
    if value is None:
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {"result": value}


def _lookup(package: GeneratedPackage) -> Lookup:
    schemas = package.data.schemas
    return lambda key: schemas[key]["schema"]
