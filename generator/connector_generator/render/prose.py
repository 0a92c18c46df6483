"""Prose of a description (CommonMark, HTML, or neither) as plain text: paragraphs and sentences."""

import html
import re
import unicodedata

_BLOCK = re.compile(
    r"\s*</?(?:p|br|div|li|ul|ol|h[1-6]|tr|table|pre|hr|dl|dt|dd|blockquote)\b[^<>]*>\s*", re.I
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--.*?-->", re.S)
_LINK = re.compile(r"!?\[([^\[\]]*)\](?:\([^()\s]*(?:\s[^()]*)?\)|\[[^\[\]]*\])")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_MARKUP = re.compile(r"^[ ]{0,3}(?:#{1,6}|>|[-*+]|\d{1,3}[.)])\s+", re.M)
_FENCE = re.compile(r"^\s*(```|~~~).*$", re.M)
_SENTENCE_END = re.compile(r"[.!?](?=\s+[^a-z\s])")
_ABBREVIATION = re.compile(r"\b(?:e\.g|i\.e|etc|cf|vs|approx|incl|No|St|Inc)$")


def printable(text: str) -> str:
    """The text without control, format and surrogate characters; lines end with a line feed."""
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return "".join(
        char if char == "\n" or char.isprintable() else _replacement(char) for char in lines
    )


def _replacement(char: str) -> str:
    """Characters without a shape vanish, separators become spaces."""
    return "" if unicodedata.category(char) in {"Cf", "Cn", "Co"} else " "


def paragraphs(text: str) -> list[str]:
    """The paragraphs, each on one line, with markup taken away."""
    if "<" in text:
        text = _TAG.sub("", _BLOCK.sub("\n\n", text))
    if "&" in text:
        text = html.unescape(text)
    text = printable(text)
    if "[" in text:
        text = _LINK.sub(r"\1", text)
    text = _MARKUP.sub("", _STRONG.sub(r"\2", _FENCE.sub("", text)))
    joined = (" ".join(part.split()) for part in re.split(r"\n[ ]*\n", text))
    return [part for part in joined if part]


def brief(text: str, limit: int) -> str:
    """The first paragraph, cut after the last whole sentence or word within the limit."""
    first = next(iter(paragraphs(text)), "")
    if len(first) <= limit:
        return first
    ends = [match.end() for match in _SENTENCE_END.finditer(first, 0, limit)]
    if ends and not _ABBREVIATION.search(first, 0, ends[-1] - 1):
        return first[: ends[-1]]
    cut = first[: limit - 1].rpartition(" ")[0] or first[: limit - 1]
    return cut.rstrip(" ,;:.") + "…"


def sentence(text: str, limit: int) -> str:
    """The first sentence, cut after a whole word within the limit."""
    first = next(iter(paragraphs(text)), "")
    for match in _SENTENCE_END.finditer(first):
        if not _ABBREVIATION.search(first, 0, match.start()):
            first = first[: match.end()]
            break
    return brief(first, limit)
