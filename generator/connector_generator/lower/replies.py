"""Replies: what an operation answers, split into successes and errors."""

from connector_generator.ir.api import Reply, ReplyHeader, ReplyMedia
from connector_generator.lower.examples import lower_examples
from connector_generator.lower.media import reply_kind
from connector_generator.lower.reading import Node, mapping, text
from connector_generator.lower.schemas import ANY, lower_type


def lower_replies(operation: Node) -> tuple[tuple[Reply, ...], tuple[Reply, ...]]:
    """Successes and errors. A lone ``default`` is the success; else it is the error."""
    responses = mapping(operation, "responses")
    lowered = [_reply(status, response) for status, response in responses.items()]
    successes = [reply for reply in lowered if reply.status[:1] in "123"]
    errors = [reply for reply in lowered if reply.status[:1] not in "123"]
    if not successes:
        successes = [reply for reply in errors if reply.status == "default"]
        errors = [reply for reply in errors if reply.status != "default"]
    return tuple(successes), tuple(errors)


def _reply(status: str, response: Node) -> Reply:
    return Reply(
        status=status,
        media=tuple(
            _media(content_type, media)
            for content_type, media in mapping(response, "content").items()
        ),
        description=text(response, "description"),
        headers=tuple(
            ReplyHeader(
                name=name,
                schema=dict(mapping(header, "schema")),
                required=header.get("required") is True,
            )
            for name, header in mapping(response, "headers").items()
        ),
        pointer=text(response, "x-connector-pointer"),
    )


def _media(content_type: str, media: Node) -> ReplyMedia:
    schema = dict(mapping(media, "schema"))
    type_ = lower_type(schema)
    item_schema = mapping(media, "itemSchema")
    return ReplyMedia(
        content_type=content_type,
        kind=reply_kind(content_type, type_),
        type=type_ if "schema" in media else ANY,
        schema=schema,
        item_type=lower_type(item_schema) if item_schema else None,
        examples=lower_examples(media),
    )
