"""Docstrings: the only way by which prose of a description enters Python code.

Nothing of it can end the string early: backslashes and quotes are escaped, what is not printable
is gone. The result has the type :class:`Code`, which is the only text that templates print.
"""

import textwrap

from connector_generator.plan.code import Code
from connector_generator.plan.package import Doc, ModelClass, TypedDictClass
from connector_generator.render.prose import brief, paragraphs, sentence

_WIDTH = 100
_SUMMARY = 240
_DESCRIPTION = 240
_CLASS = 200
_FIELD = 140


def docstring(text: str, indent: int = 0) -> Code:
    """A docstring of one short paragraph; empty where there is no text."""
    return _paragraph(brief(text, _CLASS), indent)


def attribute_doc(text: str, indent: int = 4) -> Code:
    """The docstring under an attribute: its first sentence; empty where there is no text."""
    return _paragraph(sentence(text, _FIELD), indent)


def definition_doc(definition: ModelClass | TypedDictClass) -> Code:
    """The docstring of a class: the description's, or for an empty class ours."""
    fallback = "" if definition.fields else "An object of which the description names no members."
    return docstring(definition.doc, 4) or docstring(fallback, 4)


def method_doc(doc: Doc, indent: int = 8) -> Code:
    """Summary, description, remarks, arguments and a link, as far as they are known."""
    summary = brief(doc.summary, _SUMMARY)
    description = brief(doc.description, _DESCRIPTION)
    said = "" if description.rstrip(".") == summary.rstrip(".") else description
    blocks = [_wrapped(summary, indent), _wrapped(f"{said} {doc.remark}".strip(), indent)]
    arguments = [line for name, text in doc.arguments for line in _argument(name, text, indent + 4)]
    blocks.append(["Args:", *arguments] if arguments else [])
    blocks.append([f"See {' '.join(paragraphs(doc.see))}"] if doc.see else [])
    return _blocks(blocks, indent)


def _argument(name: str, text: str, indent: int) -> list[str]:
    summary = sentence(text, _WIDTH - indent - len(name) - 2)
    if not summary:
        return []
    return [f"    {name}: {summary}"]


def _wrapped(text: str, indent: int) -> list[str]:
    width = _WIDTH - indent - 6
    if len(text) <= width:
        return [text] if text else []
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _paragraph(text: str, indent: int) -> Code:
    """One paragraph, which closes where its text ends."""
    return _quoted(f"\n{' ' * indent}".join(map(_escaped, _wrapped(text, indent))))


def _blocks(blocks: list[list[str]], indent: int) -> Code:
    """Paragraphs; where there are several lines, the end stands on a line of its own."""
    lines: list[str] = []
    for block in blocks:
        if block:
            lines += ["", *block] if lines else block
    margin = " " * indent
    escaped = [margin + _escaped(line) if line else "" for line in lines]
    return _quoted("\n".join(escaped).strip() + (f"\n{margin}" if len(lines) > 1 else ""))


def _quoted(text: str) -> Code:
    """The text between quotes; a quote at its ends is kept apart from them by a space."""
    if not text:
        return Code("")
    before = " " if text[0] == '"' else ""
    after = " " if text[-1] == '"' else ""
    return Code(f'"""{before}{text}{after}"""')


def _escaped(line: str) -> str:
    return line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
