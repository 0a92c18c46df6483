"""JSON text to a plain tree with the standard library, refusing what it silently accepts.

The standard reader keeps the last of two equal keys and reads NaN. Places are looked up only when
there is something to report, so that reading stays as fast as the library.
"""

import json
import math
from typing import Any, NoReturn

from connector_generator.diagnostics import InputError
from connector_generator.location import Location
from connector_generator.source.json_scanner import duplicate_key, find_constant, too_deep_at
from connector_generator.source.limits import MAX_DEPTH
from connector_generator.source.text import place_of
from connector_generator.source.tree import deeper_than


class _DuplicateError(Exception):
    """Two equal keys in one object."""


class _ConstantError(Exception):
    """A number that JSON cannot write; holds it as it stands in the text."""


def read_json(text: str, file: str) -> Any:
    """The tree of a JSON text."""
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_refuse,
            parse_float=_float,
        )
    except json.JSONDecodeError as error:
        raise InputError(
            "json-syntax",
            Location(file, "", error.lineno, error.colno),
            f"broken JSON: {error.msg[0].lower()}{error.msg[1:]}",
            "Correct the JSON there.",
        ) from None
    except _DuplicateError:
        raise _duplicate(text, file) from None
    except _ConstantError as error:
        raise _not_json(text, file, str(error)) from None
    except ValueError:  # Python refuses integers of more than 4,300 digits.
        raise InputError(
            "json-number", Location(file), "a number has too many digits", "Write it as text."
        ) from None
    except RecursionError:
        raise _too_deep(text, file) from None
    if deeper_than(value, MAX_DEPTH):
        raise _too_deep(text, file)
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value = dict(pairs)
    if len(value) != len(pairs):
        raise _DuplicateError
    return value


def _refuse(constant: str) -> NoReturn:
    raise _ConstantError(constant)


def _float(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise _ConstantError(text)
    return value


def _duplicate(text: str, file: str) -> InputError:
    key, first, second = duplicate_key(text)
    line, column = place_of(text, first)
    return InputError(
        "duplicate-key",
        Location(file, "", *place_of(text, second)),
        f"the key `{key}` is given twice (first at line {line}, column {column})",
        "Remove or rename one of the two.",
    )


def _not_json(text: str, file: str, constant: str) -> InputError:
    return InputError(
        "json-number",
        Location(file, "", *place_of(text, find_constant(text, constant))),
        f"{constant} is not a number that JSON can write",
        "Leave the value out, or write it as text.",
    )


def _too_deep(text: str, file: str) -> InputError:
    return InputError(
        "too-deep",
        Location(file, "", *place_of(text, too_deep_at(text, MAX_DEPTH))),
        f"nested more than {MAX_DEPTH} levels deep",
        "Move the inner parts to components and refer to them.",
    )
