"""Cassettes: replies of the real vendor, kept in a file and played back by the mock.

A file is JSON lines: the connector, then one line for each call (:class:`Record`).
"""

import json
import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from connector_runtime.client.connector import Connector
from connector_runtime.client.mocking.messages import MockReply, Understood
from connector_runtime.client.mocking.problems import MockUsageError
from connector_runtime.client.mocking.records import Record, asked, described, is_hidden
from connector_runtime.client.operation import Operation
from connector_runtime.client.pointers import tokens_of
from connector_runtime.client.values import Lookup, Validator, Violation
from connector_runtime.client.values.schema import is_mapping
from connector_runtime.client.wire.decode import compile_decoder

_FORMAT = 1
_TEXTS = ("operation", "asked", "described", "content")


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
        return record.answer(understood)

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


def _violations(operation: Operation, record: Record, validator: Validator) -> Iterator[Violation]:
    content_type = record.headers.get("content-type", "")
    content = record.content.encode()
    media = compile_decoder(operation).choose(record.status, content_type, content).media
    if media is None or media.kind != "json":
        return
    try:
        document = json.loads(content)
    except ValueError:
        yield Violation("", "type", "is no JSON")
        return
    for each in validator.violations(media.schema, document):
        if not is_hidden(document, tokens_of(each.pointer), each.keyword):
            yield each


def write_cassette(path: str | os.PathLike[str], connector: str, records: Iterable[Record]) -> None:
    """Write a file, whole or not at all."""
    lines = [{"format": _FORMAT, "connector": connector}, *(each._asdict() for each in records)]
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    part.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    part.replace(target)


def read_cassette(path: str | os.PathLike[str]) -> Cassette:
    """The cassette of a file. Raises :class:`MockUsageError` with the line that cannot be read."""
    try:
        text = Path(path).read_text(encoding="utf-8").removesuffix("\n")
    except OSError as problem:
        raise MockUsageError(f"{path}: {problem.strerror or problem}") from None
    except UnicodeDecodeError:
        raise MockUsageError(f"{path}: not a cassette: it is no UTF-8") from None
    lines = text.split("\n") if text else []
    values = [_value(line, f"{path}:{number}") for number, line in enumerate(lines, 1)]
    if not values or values[0].get("format") != _FORMAT:
        raise MockUsageError(f"{path}:1: not a cassette of format {_FORMAT}")
    records = [_record(value, f"{path}:{number}") for number, value in enumerate(values[1:], 2)]
    return Cassette(str(values[0].get("connector")), records)


def _value(line: str, where: str) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    if not is_mapping(value):
        raise MockUsageError(f"{where}: not a line of a cassette; is it cut off?")
    return value


def _record(value: dict[str, Any], where: str) -> Record:
    """Raises :class:`MockUsageError` for what is no record: members missing, unknown, mistyped."""
    wrong = [
        *(name for name in _TEXTS if not isinstance(value.get(name), str)),
        *(() if type(value.get("status")) is int else ("status",)),
        *(() if _is_texts(value.get("headers")) else ("headers",)),
        *(value.keys() - set(Record._fields)),
    ]
    if wrong:
        names = ", ".join(sorted(wrong))
        raise MockUsageError(f"{where}: not a record of a call, for its {names}")
    return Record(**value)


def _is_texts(value: Any) -> bool:
    return is_mapping(value) and all(isinstance(each, str) for each in value.values())
