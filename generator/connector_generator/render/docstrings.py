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
    summary = brief(text, _CLASS)
    return _quoted([_wrapped(summary, indent)], indent) if summary else Code("")


def attribute_doc(text: str, indent: int = 4) -> Code:
    """The docstring under an attribute: its first sentence; empty where there is no text."""
    summary = sentence(text, _FIELD)
    if not summary:
        return Code("")
    lines = _wrapped(summary, indent)
    return Code('"""' + f"\n{' ' * indent}".join(map(_escaped, lines)) + '"""')


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
    return _quoted(blocks, indent)


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


def _quoted(blocks: list[list[str]], indent: int) -> Code:
    """Paragraphs as a docstring; one that has several lines closes on a line of its own."""
    lines: list[str] = []
    for block in blocks:
        if block:
            lines += ["", *block] if lines else block
    margin = " " * indent
    escaped = [_escaped(line) for line in lines]
    if len(lines) == 1:
        text = escaped[0]
        return Code(f'"""{text}"""')
    body = "\n".join(margin + line if line else "" for line in escaped[1:])
    return Code(f'"""{escaped[0]}\n{body}\n{margin}"""')


def _escaped(line: str) -> str:
    text = line.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'{text[:-1]}\\"' if text.endswith('"') else text
