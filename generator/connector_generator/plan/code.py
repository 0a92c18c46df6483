"""Text that may stand in a Python file as it is. Everything else is data and must be escaped."""

import keyword


class Code(str):
    """Python source made by the generator: templates print this type and refuse any other text.

    A value of a document becomes code only through :func:`identifier` or :func:`literal`, or as a
    docstring or comment written by ``render.docstrings``.
    """

    __slots__ = ()

    def __html__(self) -> str:
        """Tell the template engine that the text is safe where it stands."""
        return self


def identifier(name: str) -> Code:
    """An allocated name; raises ValueError when it is not one, which is a defect of the caller."""
    if not name.isidentifier() or keyword.iskeyword(name):
        raise ValueError(f"not a Python name: {name!r}")
    return Code(name)


def literal(value: str | int | float | bool | None) -> Code:
    """A Python literal; what is not printable is escaped. Quotes are double where that is shorter."""
    return Code(double_quoted(repr(value)))


def double_quoted(text: str) -> str:
    """The literal of a string as formatters want it; other literals as they are."""
    if text[0] != "'" or '"' in text:
        return text
    return '"' + text[1:-1].replace("\\'", "'") + '"'
