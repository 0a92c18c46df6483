"""Descriptions become plain text."""

import pytest

from connector_generator.render.prose import brief, paragraphs, printable, sentence


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("One\nline.\n\nTwo.", ["One line.", "Two."]),
        ("<p>Creates a <b>thing</b>.</p><p>Or &lt;two&gt;.</p>", ["Creates a thing.", "Or <two>."]),
        (
            'See [the docs](https://x.y/z "t") and **bold** `code`.',
            ["See the docs and bold `code`."],
        ),
        ("# Title\n\n- item", ["Title", "item"]),
        ("a < b and b > c", ["a < b and b > c"]),
        ("```json\nx\n```", ["x"]),
        ("", []),
        ("  \n \n ", []),
    ],
)
def test_markup_is_taken_away(text: str, plain: list[str]) -> None:
    assert paragraphs(text) == plain


def test_what_is_not_printable_is_gone() -> None:
    assert printable("a\0b\u2028c\u202ed\ud800e\x85f\tg\r\nh") == "a b cd e f g\nh"


def test_brief_cuts_after_a_sentence_or_a_word() -> None:
    assert brief("First one. Second one is longer.", 20) == "First one."
    assert brief("Words without an end to speak of", 20) == "Words without an…"
    assert brief("x" * 30, 20) == "x" * 19 + "…"
    assert brief("Short.", 20) == "Short."


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    assert sentence("Some, e.g. These. Others.", 80) == "Some, e.g. These."
    assert sentence("One. Two.", 80) == "One."
