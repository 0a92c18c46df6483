"""What a reply is: which documented reply its status and Content-Type select, and its text.

JSON is not decoded here: its bytes go to the model decoder as they are.
"""

from collections.abc import Mapping
from typing import NamedTuple

from connector_runtime.client.operation import Operation, ReplyMedia
from connector_runtime.client.wire.media_types import charset, essence, is_json, matches

_EMPTY_STATUS = frozenset((204, 205, 304))
_JSON_KINDS = frozenset(("json", "jsonl"))
_CACHE_SIZE = 64
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


class ReplyChoice(NamedTuple):
    """What a reply is taken for.

    ``kind`` is that of ``ReplyMedia.kind``. ``media`` is None where the document does not describe
    it, then ``kind`` is what Content-Type and content look like. ``status`` is the documented key
    (``200``, ``4XX``, ``default``), empty when there is none. ``is_error``: 400 and above.
    """

    kind: str
    media: ReplyMedia | None
    status: str
    is_error: bool


_Documented = Mapping[str, tuple[ReplyMedia, ...]]


class Decoder:
    """Chooses among the documented replies of one operation."""

    def __init__(self, operation: Operation) -> None:
        self._replies = _by_status(operation.replies)
        self._errors = _by_status(operation.errors)
        self._head = operation.method.upper() == "HEAD"
        self._known: dict[tuple[int, str], ReplyChoice] = {}
        self.accept = accept_header(operation)
        """What to send as ``Accept``."""

    def choose(
        self,
        status: int,
        content_type: str,
        body: bytes | None = None,
        *,
        length: int | None = None,
    ) -> ReplyChoice:
        """The reply that is meant by ``status`` and the Content-Type header (empty when missing).

        ``body`` is the content, or its beginning, when it has been read: it is looked at when the
        header is missing or says less than the document. ``length`` is Content-Length.
        """
        if self._head or status in _EMPTY_STATUS or length == 0 or body == b"":
            return self._empty(status)
        choice = self._known.get((status, content_type))
        if choice is not None:
            return choice
        key, documented = self._documented(status)
        name = essence(content_type)
        media = _by_content_type(documented, name) if name else None
        if media is None or "*" in media.content_type or media.kind == "empty":
            return _by_content(key, documented, media, name, body, status >= 400)
        choice = ReplyChoice(media.kind, media, key, status >= 400)
        if len(self._known) < _CACHE_SIZE:
            self._known[status, content_type] = choice
        return choice

    def _empty(self, status: int) -> ReplyChoice:
        key, documented = self._documented(status)
        media = next((each for each in documented if each.kind == "empty"), None)
        return ReplyChoice("empty", media, key, status >= 400)

    def _documented(self, status: int) -> tuple[str, tuple[ReplyMedia, ...]]:
        """By number, by range, by default; an error's default never describes a success."""
        own, other = self._replies, self._errors
        if status >= 400:
            own, other = other, own
        exact, range_ = str(status), f"{status // 100}XX"
        for replies in (own, other):
            for key in (exact, range_):
                if key in replies:
                    return key, replies[key]
        if "DEFAULT" in own:
            return "default", own["DEFAULT"]
        if "DEFAULT" in other and (status >= 400 or not own):
            return "default", other["DEFAULT"]
        return "", ()


def _by_status(replies: _Documented) -> _Documented:
    return {key.upper(): media for key, media in replies.items()}


def compile_decoder(operation: Operation) -> Decoder:
    """The operation's decoder; keep it."""
    return Decoder(operation)


def _by_content(
    status: str,
    documented: tuple[ReplyMedia, ...],
    media: ReplyMedia | None,
    name: str,
    body: bytes | None,
    is_error: bool,
) -> ReplyChoice:
    """Where Content-Type alone does not tell: it is missing, undocumented, or only in a range."""
    kind = apparent_kind(name, body)
    if media is None:
        media = _by_kind(documented, kind, name)
        return ReplyChoice(media.kind if media else kind, media, status, is_error)
    if media.kind == "empty":
        return ReplyChoice(kind, media, status, is_error)
    if media.kind == "json" and kind != "json" and body is not None:
        return ReplyChoice(kind, None, status, is_error)
    return ReplyChoice(media.kind, media, status, is_error)


def _by_content_type(documented: tuple[ReplyMedia, ...], name: str) -> ReplyMedia | None:
    """The most specific match: the type itself, the same syntax, ``type/*``, ``*/*``."""
    names = [essence(each.content_type) for each in documented]
    for wanted in (name, "application/json" if is_json(name) else name):
        if wanted in names:
            return documented[names.index(wanted)]
    if is_json(name):
        for media in documented:
            if is_json(media.content_type):
                return media
    for wildcard in (True, False):
        for media, range_ in zip(documented, names, strict=True):
            if "*" in range_ and (range_ in ("*/*", "*")) is not wildcard and matches(range_, name):
                return media
    return None


def _by_kind(documented: tuple[ReplyMedia, ...], kind: str, name: str) -> ReplyMedia | None:
    """Without a usable Content-Type: the documented media that the content looks like."""
    for media in documented:
        if media.kind == kind:
            return media
    if not name and len(documented) == 1 and documented[0].kind not in _JSON_KINDS:
        return documented[0]
    return None


_KINDS = {
    "text/event-stream": "sse",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "application/ndjson": "jsonl",
    "application/json-seq": "jsonl",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/x-www-form-urlencoded": "text",
}
_VAGUE = frozenset(("", "text/plain", "text/html", "application/octet-stream", "text/javascript"))


def apparent_kind(name: str, body: bytes | None) -> str:
    """What a content looks like by its type (without parameters) and its first bytes.

    Vendors send JSON as ``text/plain``, ``text/html`` or as nothing at all, so there the content is
    asked.
    """
    if is_json(name):
        return "json"
    if name in _VAGUE and body is not None and _looks_like_json(body):
        return "json"
    if name in _KINDS:
        return _KINDS[name]
    if name.endswith("+xml"):
        return "xml"
    if name.startswith("text/"):
        return "text"
    if name or body is None:
        return "binary"
    return "text" if _is_text(body) else "binary"


def _looks_like_json(body: bytes) -> bool:
    start = body[:64].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    return start[:1] in (b"{", b"[") or start in (b"null", b"true", b"false")


def _is_text(body: bytes) -> bool:
    """UTF-8 without NUL; the last character may be cut off."""
    start = body[:1024]
    if b"\0" in start:
        return False
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as problem:
        return len(body) > 1024 and problem.start > len(start) - 4
    return True


def decode_text(content: bytes, content_type: str = "") -> str:
    """The text of a content. Never fails: what cannot be decoded becomes U+FFFD.

    A byte order mark counts more than the header, an unknown charset is taken for UTF-8.
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    try:
        return content.decode(charset(content_type) or "utf-8", "replace")
    except (LookupError, UnicodeError):
        return content.decode("utf-8", "replace")


def utf8_json(content: bytes, content_type: str = "") -> bytes:
    """JSON bytes as the model decoder needs them: UTF-8 without a byte order mark.

    JSON is UTF-8 (RFC 8259) whatever the header says; its charset counts when that is not so.
    """
    if content[:1] not in (b"\xef", b"\xff", b"\xfe", b"\x00") and content[1:2] != b"\x00":
        if content.isascii():
            return content
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            pass
        else:
            return content
    return decode_text(content, content_type).encode("utf-8", "replace")


def accept_header(operation: Operation) -> str:
    """``Accept``: the documented types of success, JSON first; JSON where none is documented.

    Streams are last, so that a vendor does not stream to a caller who did not ask for it.
    """
    names: dict[str, int] = {}
    for replies in operation.replies.values():
        for media in replies:
            if media.content_type and media.kind != "empty":
                names.setdefault(essence(media.content_type), _rank(media))
    ordered = sorted(names, key=lambda name: names[name])
    return ", ".join(ordered) if ordered else "application/json, */*;q=0.5"


def _rank(media: ReplyMedia) -> int:
    if media.kind in ("sse", "jsonl"):
        return 2
    return 0 if is_json(media.content_type) else 1
