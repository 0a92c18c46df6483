"""From a reply to the value a method returns."""

from collections.abc import Callable
from typing import Any

from connector_runtime.client.errors import ContractViolationError, ReplyError
from connector_runtime.client.models import (
    ModelViolationError,
    Report,
    Violation,
    decoder_for,
    stamp,
)
from connector_runtime.client.operation import ReplyMedia
from connector_runtime.client.prepared import Received
from connector_runtime.client.wire.decode import ReplyChoice, decode_text, utf8_json

_PLAIN = "Any"
_WITHOUT_CONTENT = frozenset((204, 205, 304))


def decode(received: Received, models: str, report: Report) -> Any:
    """The value; places that break the contract are reported and degrade."""
    value = _value(received, models, lambda decoder, data: decoder.decode_json(data, report))
    surprise = _surprise(received)
    if surprise is not None:
        report(surprise)
    stamp(value, received.request_id)
    return value


def decode_strictly(received: Received, models: str) -> Any:
    """The value; raises :class:`ContractViolationError` where the reply breaks its contract."""
    try:
        value = _value(received, models, lambda decoder, data: decoder.decode_json_strictly(data))
    except ModelViolationError as error:
        raise _broken(error) from None
    surprise = _surprise(received)
    if surprise is not None:
        raise ContractViolationError(
            f"the reply is {surprise.got}, documented is {surprise.expected}",
            pointer="",
            expected=surprise.expected,
            got=surprise.got,
        )
    stamp(value, received.request_id)
    return value


def item_decoder(models: str, strict: bool, report: Report) -> Callable[[str, bytes], Any]:
    """Decodes the items of a stream by the name of their model, as :func:`decode` and
    :func:`decode_strictly` do. Raises ValueError for what is no JSON."""

    def decode_item(model: str, data: bytes) -> Any:
        decoder = decoder_for(models, model)
        if not strict:
            return decoder.decode_json(data, report)
        try:
            return decoder.decode_json_strictly(data)
        except ModelViolationError as error:
            raise _broken(error) from None

    return decode_item


def _broken(error: ModelViolationError) -> ContractViolationError:
    first = error.violations[0]
    return ContractViolationError(
        f"the reply breaks its contract in {len(error.violations)} places, first at"
        f" {first.pointer or 'its root'}: {first.expected}",
        pointer=first.pointer,
        expected=first.expected,
        got=first.got,
    )


def _surprise(received: Received) -> Violation | None:
    """A reply as a whole that the description does not know: of another media type, or empty where
    there is content. None where it knows it, or says nothing of contents."""
    choice, operation = received.choice, received.prepared.operation
    if choice.media is not None or not any(operation.replies.values()):
        return None
    if choice.kind != "empty":
        return Violation("", "a documented media type", choice.kind)
    if operation.method.upper() == "HEAD" or received.reply.status in _WITHOUT_CONTENT:
        return None
    media = operation.replies.get(choice.status, ())
    # A file, a text or a stream may be empty.
    described = any(each.kind == "json" for each in media)
    return Violation("", "a content", "empty") if described else None


def _value(received: Received, models: str, decode_json: Callable[[Any, bytes], Any]) -> Any:
    choice, reply = received.choice, received.reply
    content_type = reply.headers.get("content-type", "")
    match choice.kind:
        case "json":
            data = utf8_json(reply.content, content_type)
            try:
                return decode_json(decoder_for(models, _model(choice)), data)
            except ModelViolationError:
                raise
            except ValueError:
                raise ReplyError("the reply says it is JSON and is not") from None
        case "empty":
            return None
        case "binary":
            return reply.content
        case _:
            return decode_text(reply.content, content_type)


def _model(choice: ReplyChoice) -> str:
    media: ReplyMedia | None = choice.media
    return media.model or _PLAIN if media is not None else _PLAIN


def error_model(choice: ReplyChoice, content: bytes, content_type: str, models: str) -> Any:
    """The typed error of a reply that failed; None where the description has no type for it."""
    media = choice.media
    if media is None or media.kind != "json" or not media.model:
        return None
    try:
        return decoder_for(models, media.model).decode_json(
            utf8_json(content, content_type), lambda _: None
        )
    except ValueError:
        return None
