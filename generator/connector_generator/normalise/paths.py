"""Path templates: which parameters a path needs, and paths that carry a query or a fragment."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

_PLACEHOLDER = re.compile(r"\{([^{}/]*)\}")


@dataclass(frozen=True, slots=True)
class PathTemplate:
    """A key of ``paths`` taken apart.

    ``fixed`` are query pairs written into the key (``/?Action=List``); ``query`` are placeholders
    that stand in the query.
    """

    path: str
    placeholders: tuple[str, ...]
    fixed: tuple[tuple[str, str], ...] = ()
    query: tuple[tuple[str, str], ...] = ()


def template(key: str) -> PathTemplate:
    """Read a key of ``paths``; its fragment only tells operations apart."""
    rest, _, fragment = _outside_braces(key, "#")
    path, _, query = _outside_braces(rest, "?")
    fixed: list[tuple[str, str]] = []
    variable: list[tuple[str, str]] = []
    for pair in filter(None, query.split("&")):
        name, _, value = pair.partition("=")
        found = _PLACEHOLDER.fullmatch(value) or _PLACEHOLDER.fullmatch(name)
        if found:
            variable.append((unquote(name.strip("{}")), found.group(1)))
        else:
            fixed.append((unquote(name), unquote(value)))
    fixed += _fragment_pairs(fragment)
    names = dict.fromkeys(name for name in _PLACEHOLDER.findall(path) if name)
    return PathTemplate(path, tuple(names), tuple(fixed), tuple(variable))


def _outside_braces(value: str, mark: str) -> tuple[str, str, str]:
    """``str.partition`` at a mark that stands outside of placeholders."""
    depth = 0
    for index, char in enumerate(value):
        depth += (char == "{") - (char == "}")
        if char == mark and depth <= 0:
            return value[:index], mark, value[index + 1 :]
    return value, "", ""


def _fragment_pairs(fragment: str) -> list[tuple[str, str]]:
    """``#Action=List`` is how some documents write a query that makes the path unique."""
    pairs = [pair.partition("=") for pair in fragment.split("&") if "=" in pair]
    return [(unquote(name), unquote(value)) for name, _, value in pairs if "{" not in value]


def plain_name(placeholder: str) -> str:
    """The variable of a URI template expression: ``+path`` → ``path``, ``id*`` → ``id``."""
    return placeholder.lstrip("+/;.?&#").rstrip("*").split(":")[0]


def loose(name: str) -> str:
    """A name without case and punctuation, to match ``userId`` with ``user_id``."""
    return re.sub(r"[\W_]+", "", name).lower()
