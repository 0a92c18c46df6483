"""One call of a real vendor, as it may be kept: without anything secret or personal.

Of the header fields only harmless ones are kept. What names or the description say to be a secret
or personal is replaced, and so are the credentials of the call, should the vendor quote them.
"""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from connector_runtime.client.mocking.messages import MockReply, Understood
from connector_runtime.client.mocking.reading import security_names
from connector_runtime.client.operation import Operation
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.redaction import (
    REDACTED,
    is_personal_name,
    is_secret_name,
    redact_text,
)
from connector_runtime.client.values.schema import is_list, is_mapping

_KEPT = frozenset({"content-type", "retry-after", "link", "etag"})
_STREAMS = ("text/event-stream", "jsonl", "ndjson")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FIELD = re.compile(r"data: ?")
_PART_OF_JSON = re.compile(r'[{}"]')
_TEXTS: tuple[type, ...] = (str,)
_VALUES: tuple[type, ...] = (str, int, float)

Pointers = tuple[tuple[str, ...], ...]


class Record(NamedTuple):
    """One call of the real vendor."""

    operation: str
    asked: str
    """A digest of the arguments."""
    described: str
    """A digest of the operation's description as it was then."""
    status: int
    headers: Mapping[str, str]
    content: str

    def answer(self, _: Understood) -> MockReply:
        """The reply once more, whatever is asked."""
        return MockReply(self.status, dict(self.headers), self.content.encode())


def asked(understood: Understood) -> str:
    """A digest of what a request asks for; secrets are no part of it."""
    arguments = _redacted(understood.arguments, ())
    body = None if is_mapping(understood.body) else repr(understood.body)
    text = json.dumps([arguments, body], sort_keys=True, default=repr)
    return sha256(text.encode()).hexdigest()[:16]


def described(operation: Operation) -> str:
    """A digest of what the description says of an operation's place and replies."""
    facts = [operation.method, operation.path, {k: repr(v) for k, v in operation.replies.items()}]
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def record_of(understood: Understood, reply: MockReply) -> Record:
    """A call as it may be kept."""
    operation = understood.operation
    secrets = _credentials(understood)
    kept = {name: value for name, value in reply.headers.items() if name in _KEPT}
    return Record(
        operation.name,
        asked(understood),
        described(operation),
        reply.status,
        {name: redact_text(value, secrets) for name, value in kept.items()},
        redact_text(_content(operation, reply), secrets),
    )


def _credentials(understood: Understood) -> tuple[str, ...]:
    """The values that hold credentials, those of header fields with and without their scheme."""
    known = {name.lower() for name in security_names(understood.operation)}
    given = (*understood.request.headers.items(), *parse_qsl(understood.request.query))
    values = [each for name, each in given if name.lower() in known or is_secret_name(name)]
    bare = [value.partition(" ")[2] for value in values if " " in value]
    return tuple(sorted((*values, *bare), key=len, reverse=True))


def _content(operation: Operation, reply: MockReply) -> str:
    every = (*operation.secret_pointers, *operation.personal_pointers)
    pointers = tuple(tokens_of(each)[1:] for each in every if each.startswith("/reply"))
    content = reply.content.decode("utf-8", "replace")
    content_type = reply.headers.get("content-type", "")
    if any(each in content_type for each in _STREAMS):
        return "\n".join(_line(each, pointers) for each in _LINE_END.split(content))
    return _document(content, pointers, "" if "json" in content_type else content)


def _line(line: str, pointers: Pointers) -> str:
    """A line of a stream: of server-sent events, the data; of JSON lines, all of it."""
    found = _FIELD.match(line)
    head = found[0] if found else ""
    text = line[len(head) :]
    return head + _document(text, pointers, "" if _PART_OF_JSON.search(text) else text)


def _document(text: str, pointers: Pointers, otherwise: str) -> str:
    try:
        document = json.loads(text)
    except ValueError:
        return otherwise
    return json.dumps(_redacted(document, pointers))


def _redacted(value: Any, pointers: Pointers, name: str = "") -> Any:
    """Values below names and pointers of secrets are replaced; ``*`` in a pointer is any index."""
    if any(not pointer for pointer in pointers) or is_personal_name(name):
        return _hidden(value, _VALUES)
    if is_secret_name(name):
        return _hidden(value, _TEXTS)  # The number of tokens is no secret.
    if is_mapping(value):
        return {
            key: _redacted(item, tuple(each[1:] for each in pointers if each[0] == key), key)
            for key, item in value.items()
        }
    if is_list(value):
        below = tuple(each[1:] for each in pointers if each[0] == "*" or each[0].isdigit())
        return [_redacted(item, below) for item in value]
    return value


def _hidden(value: Any, kinds: tuple[type, ...]) -> Any:
    """The same shape without its values; a number stays one, so that it decodes."""
    if is_mapping(value):
        return {key: _hidden(item, kinds) for key, item in value.items()}
    if is_list(value):
        return [_hidden(item, kinds) for item in value]
    if isinstance(value, bool) or not isinstance(value, kinds):
        return value
    if isinstance(value, str):
        return REDACTED
    return 0 if isinstance(value, int) else 0.0


def is_hidden(document: Any, tokens: Iterable[str], keyword: str) -> bool:
    """Whether what is wrong at a place, by ``keyword``, may be so because it was replaced.

    ``*`` is every member and every item. A union (``anyOf``, ``oneOf``) may be wrong for what is
    below it.
    """
    values = [document]
    for token in tokens:
        values = [inner for each in values for inner in _inner(each, token)]
    if keyword in ("anyOf", "oneOf"):
        return bool(values) and all(map(_holds_redacted, values))
    return bool(values) and all(each == REDACTED for each in values)


def _inner(value: Any, token: str) -> list[Any]:
    if is_mapping(value):
        return list(value.values()) if token == "*" else [value[token]] if token in value else []
    if is_list(value):
        if token == "*":
            return value
        return [value[int(token)]] if token.isdigit() and int(token) < len(value) else []
    return []


def _holds_redacted(value: Any) -> bool:
    if is_mapping(value):
        return any(map(_holds_redacted, value.values()))
    return any(map(_holds_redacted, value)) if is_list(value) else value == REDACTED
