"""Names inside the text of an annotation, with its string literals left alone."""

import re
from collections.abc import Callable

from connector_generator.plan.code import double_quoted

_TOKEN = re.compile(r"""'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|[^\W\d]\w*(?:\.[^\W\d]\w*)*""")
_CONSTANTS = frozenset({"None", "True", "False"})


def rename(annotation: str, spelled: Callable[[str], str]) -> str:
    """The annotation with each name (dotted names as a whole) replaced, in double quotes."""

    def replace(match: re.Match[str]) -> str:
        token = match[0]
        if token[0] in "'\"":
            return double_quoted(token)
        return token if token in _CONSTANTS else spelled(token)

    return _TOKEN.sub(replace, annotation)


def names(annotation: str) -> frozenset[str]:
    """The names an annotation uses."""
    found: set[str] = set()

    def collect(name: str) -> str:
        found.add(name)
        return name

    rename(annotation, collect)
    return frozenset(found)
