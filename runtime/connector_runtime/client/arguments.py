"""The types of arguments that generated methods share: the absent value, files and JSON values.

Generated signatures name these, so this module must be cheap to import.
"""

import os
from collections.abc import Mapping, Sequence
from typing import IO, Final, Literal, TypeAlias, final


@final
class Omit:
    """The type of :data:`OMIT`. An argument that is absent is not sent; None is sent as null."""

    __slots__ = ()
    _only: "Omit | None" = None

    def __new__(cls) -> "Omit":
        """The one instance, however often it is asked for."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "OMIT"

    def __reduce__(self) -> str:
        """By name: copying and unpickling give the same object, so ``is OMIT`` stays true."""
        return "OMIT"


OMIT: Final = Omit()
"""The absent value: the default of every optional argument."""

FileContent: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
"""The content of a file: its bytes, where it lies, or an object open in binary mode."""

FileInput: TypeAlias = (
    FileContent | tuple[str | None, FileContent] | tuple[str | None, FileContent, str | None]
)
"""A file to upload: its content, or ``(name, content)``, or ``(name, content, content type)``.

A path is a ``pathlib.Path`` or any ``os.PathLike``, never a ``str``: text from outside (a model's
tool call, a form) must not be able to name a file of this machine. A ``str`` is taken as content.
"""

JSONValue: TypeAlias = (
    "bool | int | float | str | Sequence[JSONValue] | Mapping[str, JSONValue] | None"
)
"""Any JSON value."""
