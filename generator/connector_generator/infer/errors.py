"""What an error looks like: where its code and its message stand."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from connector_generator.infer.shapes import Place, Types, is_kind, items_of, places, resolve
from connector_generator.ir.api import Operation, Reply
from connector_generator.ir.facts import ErrorShape
from connector_generator.ir.types import Enumeration, Type
from connector_generator.lower.reading import mapping

_CODES = ("code", "error_code", "errorCode", "type", "error", "reason")
_MESSAGES = (
    "message",
    "error_message",
    "errorMessage",
    "error_description",
    "detail",
    "description",
    "msg",
    "title",
    "error",
)
_EXTENSION = "x-connector-error"


def declared_error(extensions: Mapping[str, Any]) -> ErrorShape | None:
    """``x-connector-error``: pointers of code and message, and when a 2xx reply is an error."""
    entries = mapping(extensions, _EXTENSION)
    if not entries:
        return None
    condition = mapping(entries, "when")
    expected = condition.get("value", entries.get("when_value"))
    return ErrorShape(
        code=_text(entries.get("code")),
        message=_text(entries.get("message")),
        when_pointer=_text(condition.get("pointer", entries.get("when_pointer"))),
        when_value=expected if isinstance(expected, str | int | bool) else None,
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


class ErrorShapes:
    """Finds the shapes of errors; what one schema says is looked up once."""

    def __init__(self, types: Types) -> None:
        self._types = types
        self._known: dict[Type, ErrorShape | None] = {}

    def of(self, operation: Operation) -> ErrorShape | None:
        """What most of the documented error replies of an operation have."""
        return _most(shape for reply in operation.errors if (shape := self._of_reply(reply)))

    def _of_reply(self, reply: Reply) -> ErrorShape | None:
        for media in reply.media:
            if media.kind == "json" and media.type is not None:
                if media.type not in self._known:
                    self._known[media.type] = _shape(media.type, self._types)
                return self._known[media.type]
        return None


def common_error(shapes: Iterable[ErrorShape | None]) -> ErrorShape | None:
    """The shape that most operations have."""
    return _most(shape for shape in shapes if shape)


def _most(shapes: Iterable[ErrorShape]) -> ErrorShape | None:
    counts = Counter(shapes)
    return max(counts, key=lambda shape: (counts[shape], shape.code, shape.message), default=None)


def _shape(type_: Type, types: Types) -> ErrorShape | None:
    found = _places(type_, types)
    code, message = _pick(found, _CODES, types), _pick(found, _MESSAGES, types)
    if code == message:
        code = ""
    return ErrorShape(code=code, message=message) if code or message else None


def _places(type_: Type, types: Types) -> list[Place]:
    """Members of the body, of the objects in it, and of the first of a list of errors."""
    found = list(places(type_, types, 2))
    for each in list(found):
        items = items_of(each.type, types)
        if items is not None and "error" in each.name.lower() and each.pointer.count("/") == 1:
            found += places(items, types, 1, f"{each.pointer}/0")
    return found


def _pick(found: list[Place], names: tuple[str, ...], types: Types) -> str:
    """The best name, and of equal names the one in ``error`` before the one outside."""
    ranked = [
        (names.index(each.name), "error" not in each.pointer, each.pointer.count("/"), each.pointer)
        for each in found
        if each.name in names and _is_text(each.type, types)
    ]
    return min(ranked)[-1] if ranked else ""


def _is_text(type_: Type, types: Types) -> bool:
    return isinstance(resolve(type_, types), Enumeration) or is_kind(type_, types, "str", "int")
