"""Formats files with black; runs inside of a build, or as one of its processes.

As a program it reads ``{path: text}`` as JSON from its standard input and answers alike.
"""

import gc
import json
import sys
from collections.abc import Mapping

LINE_LENGTH = 100
_GARBAGE = 100_000


class FormatterError(RuntimeError):
    """The formatter refused emitted code, which is a defect of the generator."""


def format_each(files: Mapping[str, str]) -> dict[str, str]:
    """Each file formatted. Black's check of its own result is left out: the build compiles all."""
    from black import format_str
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput

    mode = Mode(target_versions={TargetVersion.PY311}, line_length=LINE_LENGTH)
    formatted: dict[str, str] = {}
    for path, text in files.items():
        try:
            formatted[path] = format_str(text, mode=mode)
        except InvalidInput as error:
            raise FormatterError(f"{path}: {error}") from error
    return formatted


def main() -> None:
    """Answer one request, then end."""
    gc.freeze()
    gc.set_threshold(_GARBAGE)  # Syntax trees are many small objects and live for one file.
    try:
        formatted = format_each(json.load(sys.stdin.buffer))
    except FormatterError as error:
        sys.exit(str(error))
    sys.stdout.write(json.dumps(formatted))


if __name__ == "__main__":
    main()
