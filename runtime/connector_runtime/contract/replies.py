"""Whether a success is one that the description knows: its status, its media type, its content."""

import re
from collections.abc import Iterator, Mapping

from connector_runtime.client.operation import ReplyMedia
from connector_runtime.client.pointers import MISSING
from connector_runtime.client.wire.decode import ReplyChoice
from connector_runtime.client.wire.media_types import essence, is_json, matches
from connector_runtime.contract.calls import Observation
from connector_runtime.contract.contents import Contents, json_of
from connector_runtime.contract.described import Described
from connector_runtime.contract.findings import Finding
from connector_runtime.contract.wording import of_model

_MEDIA_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,60}", re.ASCII)
_WITHOUT_CONTENT = frozenset({204, 205, 304})
"""Statuses that have none, whatever is described (RFC 9110)."""
_SLOW = 0.8
"""The share of the timeout after which a reply is worth telling."""


def reply_findings(seen: Observation, described: Described) -> Iterator[Finding]:
    """Deviations of a success."""
    operation = seen.operation
    status = seen.status or 0
    if seen.streamed:
        for each in seen.violations:
            kind, expected = of_model(each.expected, each.got)
            yield described.finding(operation, kind, expected, each.got, each.pointer)
        return
    if seen.seconds > seen.timeout * _SLOW:
        yield described.finding(operation, "slow", "a reply within 80 % of the timeout", "later")
    choice = described.decoder(operation.name).choose(status, seen.content_type, seen.content)
    if not choice.status and operation.replies:
        yield described.finding(operation, "status", ", ".join(operation.replies), f"HTTP {status}")
        return
    wrong = _wrong_media(seen, described, choice)
    if wrong is not None:
        yield wrong
    if choice.media is None or choice.kind != "json":
        return
    document = json_of(seen.content, seen.content_type)
    if document is not MISSING:
        contents = Contents(described, operation, choice.media)
        yield from contents.findings(document, seen.value, seen.violations)


def _wrong_media(seen: Observation, described: Described, choice: ReplyChoice) -> Finding | None:
    """The content is of a type that is not described, or is not there."""
    operation = seen.operation
    documented = _documented_media(operation.replies, choice.status)
    expected = ", ".join(essence(each.content_type) for each in documented if each.content_type)
    if choice.kind == "empty":
        bare = operation.method.upper() == "HEAD" or seen.status in _WITHOUT_CONTENT
        empty = choice.media is not None or not expected or bare
        return None if empty else described.finding(operation, "body", expected, "no content")
    name = essence(seen.content_type)
    if not expected or any(_covers(essence(each.content_type), name) for each in documented):
        return None
    return described.finding(operation, "content-type", expected, type_of(seen))


def _documented_media(
    replies: Mapping[str, tuple[ReplyMedia, ...]], status: str
) -> tuple[ReplyMedia, ...]:
    return next((media for key, media in replies.items() if key.upper() == status.upper()), ())


def _covers(documented: str, name: str) -> bool:
    return matches(documented, name) or (is_json(documented) and is_json(name))


def type_of(seen: Observation) -> str:
    name = essence(seen.content_type)
    return name if _MEDIA_TYPE.fullmatch(name) else "another type" if name else "no content type"
