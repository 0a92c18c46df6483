"""Text of a description inside of a Markdown document: it cannot start markup or leave its cell."""

import re

from connector_generator.plan.code import Code
from connector_generator.render.prose import brief

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|#])")
_CELL = 160
_PARAGRAPH = 600


def cell(text: str) -> Code:
    """One line for a table."""
    return Code(_SPECIAL.sub(r"\\\1", brief(text, _CELL)))


def paragraph(text: str) -> Code:
    """One paragraph."""
    return Code(_SPECIAL.sub(r"\\\1", brief(text, _PARAGRAPH)))


def code(text: str) -> Code:
    """A code span; back quotes and bars of the text are taken out, which no name of ours has."""
    return Code("`" + re.sub(r"[`|\s]+", " ", brief(text, _PARAGRAPH)).strip() + "`")
