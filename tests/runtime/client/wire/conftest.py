"""Operations in a few words, for the tests of the wire."""

from collections.abc import Callable
from typing import Any

import pytest

from connector_runtime.client.operation import Operation, operation_from_json
from connector_runtime.client.wire.request import WireRequest, compile_encoder


def _operation(**line: Any) -> Operation:
    known = {"name": "try_it", "method_path": "it.try", "method": "get", "path": "/it"}
    return operation_from_json({**known, **line})


@pytest.fixture(scope="session")
def make_operation() -> Callable[..., Operation]:
    """An operation from the keys of a line of ``operations.jsonl``."""
    return _operation


@pytest.fixture(scope="session")
def send() -> Callable[..., WireRequest]:
    """The request of one call of an operation described by the keywords."""

    def encoded(arguments: dict[str, Any], **line: Any) -> WireRequest:
        return compile_encoder(_operation(**line)).encode(arguments)

    return encoded


@pytest.fixture(scope="session")
def send_one() -> Callable[..., WireRequest]:
    """The request of a call with one parameter called ``color``."""

    def encoded(value: Any, location: str, **more: Any) -> WireRequest:
        defaults = {"path": "simple", "header": "simple"}
        parameter = {
            "name": "color",
            "wire": "color",
            "location": location,
            "style": defaults.get(location, "form"),
            **more,
        }
        path = "/it/{color}" if location == "path" else "/it"
        operation = _operation(path=path, parameters=[parameter])
        return compile_encoder(operation).encode({"color": value})

    return encoded


@pytest.fixture(scope="session")
def send_body() -> Callable[..., WireRequest]:
    """The request of a call whose arguments are the fields of its body, or ``body`` itself."""

    def encoded(
        kind: str, content_type: str, arguments: dict[str, Any], **media: Any
    ) -> WireRequest:
        fields = None if set(arguments) == {"body"} else {name: name for name in arguments}
        line = {"content_type": content_type, "kind": kind, "fields": fields, **media}
        body = {"required": False, "media": [line]}
        return compile_encoder(_operation(method="post", body=body)).encode(arguments)

    return encoded
