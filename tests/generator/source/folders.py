"""What the tests of this folder share: the types of their fixtures, and the start of a document."""

from collections.abc import Callable
from pathlib import Path

from connector_generator.source.spec import LoadedSpec

Write = Callable[..., Path]
"""(name, text or tree) -> path."""

Load = Callable[..., LoadedSpec]
"""(arguments, options) -> loaded spec."""

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
