"""All OpenAPI parameter styles as one table: (location, style, explode, shape) -> how it is joined.

The rows are the "Style Examples" of OpenAPI 3.1.1 and 3.2. Names and values arrive here already
escaped for their location; a row only says what stands between them.
"""

from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeAlias

Shape: TypeAlias = Literal["scalar", "array", "object"]
Row: TypeAlias = tuple[str, str, bool, Shape]
Join: TypeAlias = Callable[[str, Any], str]
"""From the name and the parts: a text, a list of texts, or a list of (key, text)."""

_Pairs: TypeAlias = Sequence[tuple[str, str]]


def _flat(separator: str, pairs: _Pairs) -> str:
    return separator.join([part for pair in pairs for part in pair])


def _equals(separator: str, pairs: _Pairs) -> str:
    return separator.join([f"{key}={text}" for key, text in pairs])


def _repeated(separator: str, name: str, texts: Sequence[str]) -> str:
    return separator.join([f"{name}={text}" for text in texts])


def _simple(name: str, text: str) -> str:
    return text


def _label(name: str, text: str) -> str:
    return f".{text}"


def _matrix(name: str, text: str) -> str:
    return f";{name}={text}" if text else f";{name}"


def _named(name: str, text: str) -> str:
    return f"{name}={text}"


def _matrix_members(pairs: _Pairs) -> str:
    return "".join([f";{key}={text}" if text else f";{key}" for key, text in pairs])


def _deep(name: str, pairs: _Pairs) -> str:
    return "&".join([f"{name}{brackets}={text}" for brackets, text in pairs])


_SIMPLE: dict[tuple[bool, Shape], Join] = {
    (False, "scalar"): _simple,
    (True, "scalar"): _simple,
    (False, "array"): lambda name, texts: ",".join(texts),
    (True, "array"): lambda name, texts: ",".join(texts),
    (False, "object"): lambda name, pairs: _flat(",", pairs),
    (True, "object"): lambda name, pairs: _equals(",", pairs),
}
_LABEL: dict[tuple[bool, Shape], Join] = {
    (False, "scalar"): _label,
    (True, "scalar"): _label,
    (False, "array"): lambda name, texts: "." + ",".join(texts),
    (True, "array"): lambda name, texts: "." + ".".join(texts),
    (False, "object"): lambda name, pairs: "." + _flat(",", pairs),
    (True, "object"): lambda name, pairs: "." + _equals(".", pairs),
}
_MATRIX: dict[tuple[bool, Shape], Join] = {
    (False, "scalar"): _matrix,
    (True, "scalar"): _matrix,
    (False, "array"): lambda name, texts: f";{name}=" + ",".join(texts),
    (True, "array"): lambda name, texts: _matrix_members([(name, text) for text in texts]),
    (False, "object"): lambda name, pairs: f";{name}=" + _flat(",", pairs),
    (True, "object"): lambda name, pairs: _matrix_members(pairs),
}


def _delimited(separator: str, repeat: str) -> dict[tuple[bool, Shape], Join]:
    """``separator`` between the items of one value, ``repeat`` between repetitions of the name."""
    return {
        (False, "scalar"): _named,
        (True, "scalar"): _named,
        (False, "array"): lambda name, texts: f"{name}=" + separator.join(texts),
        (True, "array"): lambda name, texts: _repeated(repeat, name, texts),
        (False, "object"): lambda name, pairs: f"{name}=" + _flat(separator, pairs),
        (True, "object"): lambda name, pairs: _equals(repeat, pairs),
    }


_DEEP: dict[tuple[bool, Shape], Join] = {
    (False, "scalar"): _named,
    (True, "scalar"): _named,
    (False, "array"): _deep,
    (True, "array"): _deep,
    (False, "object"): _deep,
    (True, "object"): _deep,
}

_STYLES: dict[tuple[str, str], dict[tuple[bool, Shape], Join]] = {
    ("path", "simple"): _SIMPLE,
    ("path", "label"): _LABEL,
    ("path", "matrix"): _MATRIX,
    ("header", "simple"): _SIMPLE,
    ("query", "form"): _delimited(",", "&"),
    ("query", "spaceDelimited"): _delimited("%20", "&"),
    ("query", "pipeDelimited"): _delimited("%7C", "&"),
    ("query", "deepObject"): _DEEP,
    ("cookie", "form"): _delimited(",", "; "),
    ("cookie", "cookie"): _delimited(",", "; "),
}

TABLE: dict[Row, Join] = {
    (location, style, explode, shape): join
    for (location, style), rows in _STYLES.items()
    for (explode, shape), join in rows.items()
}
"""Every combination the specification gives a meaning to, and its neighbours.

Where it has no entry (``n/a``) the nearest meaning is taken, because documents do use them:
``spaceDelimited`` and ``pipeDelimited`` exploded repeat the name, ``deepObject`` not exploded is
still ``deepObject``, its arrays have indices (``expand[0]=a``, as Stripe's own clients send them)
and its scalars stand alone.
"""

_DEFAULT_STYLE = {"path": "simple", "header": "simple", "query": "form", "cookie": "form"}


def effective_style(location: str, style: str) -> str:
    """The style, or the location's default where the style is not for this location."""
    return style if (location, style) in _STYLES else _DEFAULT_STYLE[location]


def row(location: str, style: str, explode: bool) -> tuple[Join, Join, Join]:
    """How scalars, arrays and objects are joined."""
    rows = _STYLES[location, effective_style(location, style)]
    return rows[explode, "scalar"], rows[explode, "array"], rows[explode, "object"]
