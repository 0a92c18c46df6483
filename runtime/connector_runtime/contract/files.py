"""JSON files that people and earlier runs wrote."""

import json
from pathlib import Path
from typing import Any, cast


def read_object(path: Path, refusal: type[Exception]) -> dict[str, Any]:
    """The members of a file's JSON object; of other JSON there are none.

    Raises ``refusal`` with file and reason for what cannot be read.
    """
    try:
        document: Any = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise refusal(f"{path}: {error.strerror or error}") from None
    except ValueError as error:
        raise refusal(f"{path} is no JSON: {error}") from None
    except RecursionError:
        raise refusal(f"{path} is nested too deeply") from None
    return cast("dict[str, Any]", document) if isinstance(document, dict) else {}
