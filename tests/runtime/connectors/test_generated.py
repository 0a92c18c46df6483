"""Generated packages as services, on their mocks and on transports that remember."""

import asyncio
import base64
import json
from collections.abc import AsyncIterator
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import pytest

from connector_runtime.client.errors import (
    BadRequestError,
    DeadlineExceededError,
    NotFoundError,
    ReplyTooLargeError,
)
from connector_runtime.connectors.catalogue import Catalogue
from connector_runtime.connectors.credential_types import Nobody
from connector_runtime.connectors.domain import domain_of
from connector_runtime.connectors.generated import LARGEST_CONTENT, GeneratedService
from connector_runtime.connectors.opening import open_mock, open_service
from connector_runtime.connectors.packages import GeneratedPackage
from connector_runtime.errors import (
    ArgumentsInvalidError,
    CredentialsMissingError,
    OperationNotSupportedError,
)
from tests.runtime.client.packages import Make, operation
from tests.runtime.connectors.platforms import Recording

_CONTEXT = {"tenant_id": "a", "idempotency_key": "", "deadline": 20.0}


def _package(connector_id: str) -> GeneratedPackage:
    found = Catalogue.found(installed=False).source(connector_id)
    assert isinstance(found, GeneratedPackage)
    return found


def _on(transport: Any, connector_id: str = "stripe", credentials: Any = "sk") -> GeneratedService:
    return open_service(
        _package(connector_id), credentials, {}, {"transport": transport}, allow_environment=False
    )


def _run(service: GeneratedService, name: str, arguments: Any, **context: Any) -> Any:
    async def main() -> Any:
        try:
            return await service.execute_operation(name, arguments, {**_CONTEXT, **context})
        finally:
            await service.aclose()

    return asyncio.run(main())


def test_create_and_retrieve_on_the_mock() -> None:
    async def main() -> None:
        service = open_mock(_package("stripe"), {}, {})
        made = await service.execute_operation(
            "create_customer", {"email": "ada@example.com"}, {**_CONTEXT, "idempotency_key": "k"}
        )
        found = await service.execute_operation(
            "retrieve_customer", {"customer": made["id"]}, _CONTEXT
        )
        assert (made["email"], found["id"]) == ("ada@example.com", made["id"])
        listed = await service.execute_operation("list_customers", {}, _CONTEXT)
        assert made["id"] in [each["id"] for each in listed["data"]]
        with pytest.raises(NotFoundError, match="no customer"):
            await service.execute_operation("retrieve_customer", {"customer": "cus_0"}, _CONTEXT)
        await service.aclose()

    asyncio.run(main())


@pytest.mark.parametrize("connector_id", ["slack", "stripe", "salesforce", "petstore", "openai"])
def test_every_operation_answers_with_json(connector_id: str) -> None:
    package = _package(connector_id)

    async def main() -> None:
        service = open_mock(package, {}, {})
        answered = 0
        for name in package.names():
            row = package.row(name)
            assert row is not None
            own = {
                key: {"base64": "c2FtcGxl"} if isinstance(each, bytes) else each
                for key, each in row.example_arguments().items()
            }
            arguments = domain_of(row).from_vendor(own)
            try:
                service.check_arguments(name, arguments)
                result = await service.execute_operation(name, arguments, _CONTEXT)
            except NotFoundError:
                continue  # the mock never made what the example names
            except ArgumentsInvalidError:
                # Required by the domain, and not by the vendor.
                facts = package.operation(name)
                assert facts is not None
                needed = {key for key, each in facts.parameters.items() if each["required"]}
                assert needed - set(arguments)
                continue
            assert isinstance(result, dict)
            json.dumps(result, allow_nan=False)
            answered += 1
        assert answered >= len(package.names()) / 3
        await service.aclose()

    asyncio.run(main())


def test_only_members_that_came_by_python_names() -> None:
    transport = Recording({"id": "cus_1", "object": "customer", "email": None, "new_member": [1]})
    result = _run(_on(transport), "retrieve_customer", {"customer": "cus_1"})

    assert result == {"id": "cus_1", "object": "customer", "email": None, "new_member": [1]}


def test_the_key_goes_only_where_it_is_taken() -> None:
    transport = Recording({"id": "cus_1", "object": "customer"})
    _run(_on(transport), "create_customer", {"email": "a@b.c"}, idempotency_key="run-1")
    _run(_on(transport), "retrieve_customer", {"customer": "cus_1"}, idempotency_key="run-1")
    sent, read = transport.requests

    assert sent.headers["idempotency-key"] == "run-1"
    assert "idempotency-key" not in read.headers

    slack = Recording({"ok": True, "ts": "1"})
    service = _on(slack, "slack", "xoxb")
    _run(service, "send_message", {"channel": "C1", "text": "hi"}, idempotency_key="run-1")
    assert "idempotency-key" not in slack.requests[0].headers


def test_the_deadline_of_the_context_ends_the_call() -> None:
    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.sleep(30)
            raise AssertionError("nobody waits so long")

    with pytest.raises(DeadlineExceededError):
        _run(_on(Slow()), "retrieve_customer", {"customer": "cus_1"}, deadline=0.05)


def test_bytes_are_described_and_bounded() -> None:
    sound = httpx.Response(200, content=b"ID3\x00\xff", headers={"content-type": "audio/mpeg"})
    service = open_service(
        _package("openai"), "sk", {}, {"transport": Recording(sound)}, allow_environment=False
    )
    arguments = {"model": "tts-1", "input": "Hello", "voice": "alloy"}

    assert _run(service, "create_speech", arguments) == {
        "content_type": "audio/mpeg",
        "size": 5,
        "base64": base64.b64encode(b"ID3\x00\xff").decode(),
    }
    large = httpx.Response(200, content=bytes(LARGEST_CONTENT + 1))
    with pytest.raises(ReplyTooLargeError, match="1048577 bytes"):
        _run(_on(Recording(large), "openai"), "create_speech", arguments)


def test_streams_are_collected() -> None:
    events = b'data: {"id":"c1","choices":[]}\n\ndata: {"id":"c2","choices":[]}\n\ndata: [DONE]\n\n'
    reply = httpx.Response(200, content=events, headers={"content-type": "text/event-stream"})
    result = _run(
        _on(Recording(reply), "openai"),
        "create_chat_completion",
        {"model": "m", "messages": [{"role": "user", "content": "hi"}], "stream": True},
    )

    assert [each["id"] for each in result["result"]] == ["c1", "c2"]


def test_a_stream_that_does_not_end_is_left() -> None:
    class Endless(httpx.AsyncByteStream):
        async def __aiter__(self) -> AsyncIterator[bytes]:
            while True:
                yield b'data: {"id":"c1","choices":[]}\n\n'
                await asyncio.sleep(0.001)

    class Vendor(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            headers = {"content-type": "text/event-stream"}
            return httpx.Response(200, headers=headers, stream=Endless())

    arguments = {"model": "m", "messages": [{"role": "user", "content": "hi"}], "stream": True}
    with pytest.raises(DeadlineExceededError, match=r"openai\.create_chat_completion"):
        _run(_on(Vendor(), "openai"), "create_chat_completion", arguments, deadline=0.3)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ([{"id": 1}], {"result": [{"id": 1}]}),
        ("text", {"result": "text"}),
        (5, {"result": 5}),
        ({"a": None}, {"a": None}),
        (httpx.Response(204), {}),
    ],
)
def test_results_are_objects(acme: Make, reply: Any, expected: dict[str, Any]) -> None:
    service = _acme(acme(operation("list_things"), servers=_SERVERS), Recording(reply))

    assert _run(service, "list_things", {}) == expected


def test_files_of_json_arguments() -> None:
    transport = Recording({"id": "file-1"})
    arguments = {
        "purpose": "batch",
        "file": {"base64": "eyJhIjoxfQ==", "name": "lines.jsonl", "content_type": "text/plain"},
    }
    _run(_on(transport, "openai"), "create_file", arguments)
    content = transport.requests[0].content

    assert b'filename="lines.jsonl"' in content
    assert b'{"a":1}' in content
    with pytest.raises(ArgumentsInvalidError, match="is no base64"):
        _run(_on(transport, "openai"), "create_file", {**arguments, "file": {"base64": "?"}})
    assert len(transport.requests) == 1


@pytest.mark.parametrize(
    ("name", "arguments", "pointer", "said"),
    [
        ("create_customer", {"email": 5}, "/arguments/email", "is integer, not string"),
        ("retrieve_customer", {}, "/arguments/customer", "is required"),
        ("create_payment_intent", {"amount": 5}, "/arguments/currency", "is required"),
        ("create_payment_intent", {"amount": "5", "currency": "eur"}, "/arguments/amount", "is st"),
        ("create_customer", {"emial": "a"}, "/arguments/emial", "did you mean 'email'"),
        (
            "create_customer",
            {"metadata": {"tier": 7}},
            "/arguments/metadata/tier",
            "is integer, not string",
        ),
        ("list_charges", {"limit": [1]}, "/arguments/limit", "is array, not integer"),
        ("create_customer", {"address": {"line1": 4}}, "/arguments/address/line1", "is int"),
        ("retrieve_customer", {"customer": ".."}, "/arguments/customer", ""),
        ("retrieve_customer", {"customer": ""}, "/arguments/customer", ""),
    ],
)
def test_arguments_are_refused_before_anything_is_sent(
    name: str, arguments: Any, pointer: str, said: str
) -> None:
    transport = Recording({})
    service = _on(transport)

    with pytest.raises(ArgumentsInvalidError) as caught:
        _run(service, name, arguments)
    assert caught.value.details["pointer"] == pointer
    assert said in str(caught.value)
    assert transport.requests == []


def test_pointers_are_those_of_the_caller(acme: Make) -> None:
    schema = {
        "type": "object",
        "properties": {"properties": {"type": "object", "properties": {"m": {"type": "string"}}}},
    }
    media = {
        "content_type": "application/json",
        "kind": "json",
        "schema": schema,
        "fields": {"properties_": "properties"},
    }
    line = operation(
        "create_thing",
        "POST",
        body={"required": True, "media": [media]},
        domain={"arguments": {"mail": "/properties_/m"}},
    )
    package = acme(line, servers=_SERVERS)

    for arguments, pointer in [
        ({"mail": 5}, "/arguments/mail"),
        ({"properties": {"m": 5}}, "/arguments/mail"),
        ({"properties": 5}, "/arguments/properties"),
        ({"properties_": 5}, "/arguments/properties_"),
    ]:
        with pytest.raises(ArgumentsInvalidError) as caught:
            _acme(package, Recording({})).check_arguments("create_thing", arguments)
        assert caught.value.details["pointer"] == pointer


def test_patterns_and_formats_are_the_vendors_business(acme: Make) -> None:
    schema = {"type": "string", "pattern": "^[a-z]+$", "format": "email", "maxLength": 5}
    parameter = {"name": "q", "wire": "q", "location": "query", "schema": schema}
    package = acme(operation("find", parameters=[parameter]), servers=_SERVERS)
    transport = Recording({"ok": 1})

    assert _run(_acme(package, transport), "find", {"q": "A-1"}) == {"ok": 1}
    with pytest.raises(ArgumentsInvalidError, match="is longer than 5"):
        _run(_acme(package, transport), "find", {"q": "A-1-2-3"})


def test_what_is_nested_without_end_is_refused(acme: Make) -> None:
    media = {"content_type": "application/json", "kind": "json", "schema": {}}
    line = operation("put", "POST", body={"required": True, "media": [media]})
    value: Any = "x"
    for _ in range(20_000):
        value = [value]
    with pytest.raises(ArgumentsInvalidError, match="nested too deeply"):
        _run(_acme(acme(line, servers=_SERVERS), Recording({})), "put", {"body": value})


def test_unknown_operations() -> None:
    service = _on(Recording({}))

    with pytest.raises(OperationNotSupportedError, match="Unknown operation: fly"):
        _run(service, "fly", {})
    with pytest.raises(OperationNotSupportedError, match="Unknown operation: fly"):
        service.check_arguments("fly", {})


def test_the_vendors_refusal_passes_through() -> None:
    refusal = httpx.Response(400, json={"error": {"code": "bad", "message": "No."}})

    with pytest.raises(BadRequestError, match=r"stripe\.create_customer") as caught:
        _run(_on(Recording(refusal)), "create_customer", {})
    assert caught.value.vendor_code == "bad"


def test_missing_credentials_name_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-of-the-platform")
    transport = Recording({"ok": True})
    with pytest.raises(CredentialsMissingError, match="connectors admin connection set slack") as e:
        _run(_on(transport, "slack", Nobody()), "get_channels", {})
    assert e.value.details["set"] == [{"scheme": "bot_token", "kind": "bearer"}]
    assert transport.requests == []


def test_a_closed_service_lets_its_calls_end() -> None:
    async def main() -> None:
        held = asyncio.Event()

        class Held(Recording):
            async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                await held.wait()
                assert self.closed == 0
                return await super().handle_async_request(request)

        transport = Held({"id": "cus_1", "object": "customer"})
        service = _on(transport)
        call = asyncio.create_task(
            service.execute_operation("retrieve_customer", {"customer": "cus_1"}, _CONTEXT)
        )
        await asyncio.sleep(0.01)
        await service.aclose()
        assert transport.closed == 0
        held.set()
        assert (await call)["id"] == "cus_1"
        assert transport.closed == 1

    asyncio.run(main())


def test_it_lists_its_operations() -> None:
    listed = _on(Recording({})).get_operations()

    assert len(listed) == len(_package("stripe").names())
    assert list(listed[0]) == ["name", "description", "parameters", "complexity"]


_SERVERS = [{"url": "https://acme.example"}]


def _acme(module: ModuleType, transport: Recording) -> GeneratedService:
    package = GeneratedPackage(Path(str(module.__file__)).parent, "acme")
    return open_service(package, "key", {}, {"transport": transport}, allow_environment=False)
