"""Cassettes: replies of the real vendor, kept in a file and played back by the mock.

Nothing secret gets there: of the header fields only harmless ones are kept, and what names or the
description say to be a secret or personal is replaced before anything is written. A file is JSON
lines: the connector, then one line for each call.
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from connector_runtime.client.connector import Connector
from connector_runtime.client.mocking.messages import MockReply, Understood
from connector_runtime.client.mocking.problems import MockUsageError
from connector_runtime.client.mocking.resources import success_of
from connector_runtime.client.operation import Operation
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.redaction import REDACTED, is_personal_name, is_secret_name
from connector_runtime.client.values import Lookup, Validator
from connector_runtime.client.values.schema import is_list, is_mapping

_FORMAT = 1
_KEPT = frozenset({"content-type", "retry-after", "link", "etag"})


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


class Cassette:
    """The records of one file, in their order."""

    def __init__(self, connector: str, records: Iterable[Record]) -> None:
        self.connector = connector
        self.records = tuple(records)
        self._left: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
        self.rewind()

    def rewind(self) -> None:
        """Play from the beginning."""
        self._left.clear()
        for record in self.records:
            self._left[record.operation, record.asked].append(record)

    def play(self, understood: Understood) -> MockReply | None:
        """The next reply to such a request; the last one stays. None where there is none."""
        records = self._left.get((understood.operation.name, asked(understood)))
        if not records:
            return None
        record = records.pop(0) if len(records) > 1 else records[0]
        return MockReply(record.status, dict(record.headers), record.content.encode())

    def stale(self, connector: Connector, lookup: Lookup) -> list[str]:
        """What the description has overtaken: a line for each record that it would not allow now."""
        validator = Validator(lookup, "reply")
        problems: list[str] = []
        for number, record in enumerate(self.records, 1):
            try:
                operation = connector.operations[record.operation]
            except KeyError:
                problems.append(f"record {number}: there is no {record.operation} any more")
                continue
            if record.described != described(operation):
                problems.append(f"record {number}: {record.operation} is described otherwise now")
            problems += [
                f"record {number}: {record.operation}{each.pointer} {each.message}"
                for each in _violations(operation, record, validator)
            ]
        return problems


def _violations(operation: Operation, record: Record, validator: Validator) -> Iterable[Any]:
    status, media = success_of(operation)
    if media is None or media.kind != "json" or record.status != status:
        return ()
    return validator.violations(media.schema, json.loads(record.content))


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
    every = (*operation.secret_pointers, *operation.personal_pointers)
    pointers = [tokens_of(each)[1:] for each in every if each.startswith("/reply")]
    content = reply.content.decode("utf-8", "replace")
    try:
        document = json.loads(content)
    except ValueError:
        content = "" if "json" in reply.headers.get("content-type", "") else content
    else:
        content = json.dumps(_redacted(document, pointers))
    return Record(
        operation.name,
        asked(understood),
        described(operation),
        reply.status,
        {name: value for name, value in reply.headers.items() if name in _KEPT},
        content,
    )


def _redacted(value: Any, pointers: Iterable[tuple[str, ...]], name: str = "") -> Any:
    """Texts below names and pointers of secrets are replaced; ``*`` in a pointer is any index."""
    pointers = tuple(pointers)
    if any(not pointer for pointer in pointers) or is_secret_name(name) or is_personal_name(name):
        return REDACTED if isinstance(value, str) else value
    if is_mapping(value):
        return {
            key: _redacted(item, [each[1:] for each in pointers if each[0] == key], key)
            for key, item in value.items()
        }
    if is_list(value):
        below = [each[1:] for each in pointers if each[0] == "*" or each[0].isdigit()]
        return [_redacted(item, below) for item in value]
    return value


def write_cassette(path: str | os.PathLike[str], connector: str, records: Iterable[Record]) -> None:
    """Write a file, whole or not at all."""
    lines = [{"format": _FORMAT, "connector": connector}, *(each._asdict() for each in records)]
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    part.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    part.replace(target)


def read_cassette(path: str | os.PathLike[str]) -> Cassette:
    """The cassette of a file. Raises :class:`MockUsageError` with the line that cannot be read."""
    lines = Path(path).read_text(encoding="utf-8").splitlines()
    values: list[dict[str, Any]] = []
    for number, line in enumerate(lines, 1):
        try:
            value = json.loads(line)
        except ValueError:
            value = None
        if not is_mapping(value):
            raise MockUsageError(f"{path}:{number}: not a line of a cassette; is it cut off?")
        values.append(value)
    if not values or values[0].get("format") != _FORMAT:
        raise MockUsageError(f"{path}:1: not a cassette of format {_FORMAT}")
    try:
        records = [Record(**value) for value in values[1:]]
    except TypeError as problem:
        raise MockUsageError(f"{path}: {problem}") from None
    return Cassette(str(values[0].get("connector")), records)
