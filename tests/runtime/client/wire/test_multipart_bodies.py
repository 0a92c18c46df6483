"""Multipart bodies, read back with the standard library's parser of mail."""

import io
import re
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.wire.problems import ArgumentError
from connector_runtime.client.wire.request import WireRequest, compile_encoder

FORM_DATA = "multipart/form-data"


def content_of(request: WireRequest) -> bytes:
    """The body, read to the end."""
    body = request.body
    assert body is not None
    return body if isinstance(body, bytes) else b"".join(body.chunks())


def parts_of(request: WireRequest) -> list[Any]:
    """The parts as an independent parser sees them."""
    head = f"Content-Type: {request.content_type}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + content_of(request))
    assert not message.defects
    parts = message.get_payload()
    assert isinstance(parts, list)
    return parts


def summary(part: Message) -> tuple[Any, ...]:
    """Name, file name, content type as sent, content."""
    disposition: Any = part["Content-Disposition"]
    return (
        disposition.params.get("name"),
        disposition.params.get("filename"),
        part.get("Content-Type"),
        part.get_payload(decode=True),
    )


def test_fields_of_every_kind(send_body: Any, tmp_path: Path) -> None:
    picture = tmp_path / "ada.png"
    picture.write_bytes(b"\x89PNG")
    arguments = {
        "text": "ü",
        "number": 5,
        "meta": {"a": [1]},
        "tags": ["x", "y"],
        "raw": b"\x00\xff",
        "path": picture,
        "named": ("report.pdf", b"%PDF"),
        "typed": ("r", io.BytesIO(b"x"), "text/x-r"),
        "many": [b"1", ("two.txt", b"2")],
        "clear": None,
        "absent": OMIT,
    }

    request = send_body("multipart", FORM_DATA, arguments)

    octets = "application/octet-stream"
    assert [summary(part) for part in parts_of(request)] == [
        ("text", None, None, "ü".encode()),
        ("number", None, None, b"5"),
        ("meta", None, "application/json", b'{"a":[1]}'),
        ("tags", None, None, b"x"),
        ("tags", None, None, b"y"),
        ("raw", "raw", octets, b"\x00\xff"),
        ("path", "ada.png", "image/png", b"\x89PNG"),
        ("named", "report.pdf", "application/pdf", b"%PDF"),
        ("typed", "r", "text/x-r", b"x"),
        ("many", "many", octets, b"1"),
        ("many", "two.txt", "text/plain", b"2"),
        ("clear", None, None, b""),
    ]


def test_the_document_chooses_content_types(send_body: Any) -> None:
    encodings = {
        "meta": {"content_type": "application/vnd.x+json"},
        "list": {"content_type": "application/json"},
        "note": {"content_type": "text/markdown"},
        "image": {"content_type": "image/png, image/jpeg"},
        "photo": {"content_type": "image/png, image/jpeg"},
        "other": {"content_type": "image/*"},
    }
    arguments = {
        "meta": {"a": 1},
        "list": [1, 2],
        "note": "# x",
        "image": ("a.jpeg", b""),
        "photo": ("a.gif", b""),
        "other": b"",
    }

    request = send_body("multipart", FORM_DATA, arguments, encodings=encodings)

    assert [(part.get("Content-Type"), part.get_payload()) for part in parts_of(request)] == [
        ("application/vnd.x+json", '{"a":1}'),
        ("application/json", "[1,2]"),
        ("text/markdown", "# x"),
        ("image/jpeg", ""),
        ("image/png", ""),
        ("application/octet-stream", ""),
    ]


def test_styles_of_the_document(send_body: Any) -> None:
    encodings = {
        "deep": {"style": "deepObject"},
        "flat": {"explode": False},
        "pipes": {"style": "pipeDelimited", "explode": False},
    }
    arguments = {"deep": {"a": {"b": 1}}, "flat": ["x", "y"], "pipes": [1, 2]}

    request = send_body("multipart", FORM_DATA, arguments, encodings=encodings)

    assert [summary(part)[::3] for part in parts_of(request)] == [
        ("deep[a][b]", b"1"),
        ("flat", b"x,y"),
        ("pipes", b"1|2"),
    ]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ('a"b.txt', "a%22b.txt"),
        ("a\r\nX-Evil: 1", "a%0D%0AX-Evil: 1"),
        ("ü.txt", "ü.txt"),
        ("a\0b", "a%00b"),
        ("back\\slash", "back\\slash"),
    ],
)
def test_names_of_files_cannot_leave_their_quotes(send_body: Any, name: str, expected: str) -> None:
    request = send_body("multipart", FORM_DATA, {"file": (name, b"x")})

    line = content_of(request).decode().split("\r\n")[1]
    assert line == f'Content-Disposition: form-data; name="file"; filename="{expected}"'


def test_names_of_fields_cannot_leave_their_quotes(send_body: Any) -> None:
    request = send_body("multipart", FORM_DATA, {"body": {'a"\r\nb': "x"}})

    line = content_of(request).decode().split("\r\n")[1]
    assert line == 'Content-Disposition: form-data; name="a%22%0D%0Ab"'


def test_content_types_of_callers_cannot_end_the_line(send_body: Any) -> None:
    with pytest.raises(ArgumentError):
        send_body("multipart", FORM_DATA, {"file": ("a", b"x", "text/plain\r\nX-Evil: 1")})


def test_boundaries_are_random_and_well_formed(send_body: Any) -> None:
    types = {send_body("multipart", FORM_DATA, {"a": "x"}).content_type for _ in range(50)}

    assert len(types) == 50
    assert all(re.fullmatch(r"multipart/form-data; boundary=[0-9a-f]{32}", each) for each in types)


def test_files_are_streamed_and_can_be_sent_again(send_body: Any, tmp_path: Path) -> None:
    big = tmp_path / "big.bin"
    big.write_bytes(b"x" * 200_000)

    request = send_body("multipart", FORM_DATA, {"file": big, "note": "hi"})

    assert not isinstance(request.body, bytes)
    assert request.replayable
    assert request.body.length == len(content_of(request))
    assert content_of(request) == content_of(request)
    assert max(map(len, request.body.chunks())) <= 65_536


def test_file_objects_are_sent_from_where_they_stand(send_body: Any) -> None:
    file = io.BytesIO(b"0123456789")
    file.seek(5)

    request = send_body("multipart", FORM_DATA, {"file": file})

    assert request.replayable
    assert [summary(part)[3] for part in parts_of(request)] == [b"56789"]
    assert [summary(part)[3] for part in parts_of(request)] == [b"56789"]


class Pipe(io.RawIOBase):
    """A file that can neither tell nor seek."""

    def __init__(self, content: bytes) -> None:
        self._content = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        return self._content.read(size)


def test_pipes_have_no_length_and_go_once(send_body: Any) -> None:
    request = send_body("multipart", FORM_DATA, {"file": Pipe(b"once")})

    assert request.body.length is None
    assert not request.replayable
    assert b"once" in content_of(request)
    with pytest.raises(ArgumentError, match="cannot be read again"):
        content_of(request)


def test_files_that_do_not_exist_are_reported_before_anything_is_sent(
    send_body: Any, tmp_path: Path
) -> None:
    with pytest.raises(ArgumentError, match="cannot be sent") as caught:
        send_body("multipart", FORM_DATA, {"files": [b"x", tmp_path / "missing"]})

    assert caught.value.pointer == "/files/1"


def test_files_in_text_mode_are_refused(send_body: Any, tmp_path: Path) -> None:
    path = tmp_path / "text"
    path.write_text("x")
    with path.open() as file, pytest.raises(ArgumentError, match="binary mode"):
        content_of(send_body("multipart", FORM_DATA, {"file": file}))


def test_strings_are_content_and_never_paths(make_operation: Any) -> None:
    binary = {"type": "string", "format": "binary"}
    body = {
        "type": "object",
        "properties": {
            "file": {"$ref": "#/components/schemas/File"},
            "files": {"type": "array", "items": binary},
            "note": {"type": "string"},
        },
    }
    media = {
        "content_type": FORM_DATA,
        "kind": "multipart",
        "fields": {name: name for name in body["properties"]},
        "schema": {"$ref": "#/components/schemas/Body"},
    }
    schemas = {"Body": {"schema": body}, "File": {"schema": binary}}
    encoder = compile_encoder(make_operation(method="post", body={"media": [media]}), schemas)

    request = encoder.encode({"file": "/etc/hostname", "files": ["a"], "note": "b"})

    octets = "application/octet-stream"
    assert [summary(part) for part in parts_of(request)] == [
        ("file", "file", octets, b"/etc/hostname"),
        ("files", "files", octets, b"a"),
        ("note", None, None, b"b"),
    ]


def test_other_multiparts_have_no_names(send_body: Any) -> None:
    request = send_body(
        "multipart", "multipart/related", {"metadata": {"name": "x"}, "media": ("x.txt", b"hi")}
    )

    assert request.content_type.startswith("multipart/related; boundary=")
    first, second = parts_of(request)
    assert first.items() == [("Content-Type", "application/json")]
    assert second["Content-Type"] == "text/plain"


def test_a_list_of_parts(send_body: Any) -> None:
    request = send_body("multipart", "multipart/mixed", {"body": [{"a": 1}, b"x"]})

    assert [part["Content-Type"] for part in parts_of(request)] == [
        "application/json",
        "application/octet-stream",
    ]
