"""Find out which dialect a document is written in, and bring its frame up to OpenAPI 3."""

import re
from typing import Any

from connector_generator.diagnostics import InputError
from connector_generator.normalise.draft import Draft, is_node, text
from connector_generator.normalise.swagger import upgrade_swagger


def upgrade(draft: Draft) -> None:
    """Set the version; convert Swagger 2.0. The keywords of 3.0 schemas are read further on."""
    root = draft.root
    if not is_node(root.get("components", {})):
        root.pop("components")
        draft.warn("invalid-components", "/components", "`components` is not an object; left out")
    key = "openapi" if "openapi" in root else "swagger"
    given = root.get(key)
    draft.version = _version(draft, key, given)
    if draft.version[0] == 2:
        upgrade_swagger(draft)


def _version(draft: Draft, key: str, given: Any) -> tuple[int, int]:
    if not isinstance(given, str):
        if given is None:
            draft.warn("missing-version", "", "neither `openapi` nor `swagger` says a version")
        else:
            draft.warn(
                "numeric-version", f"/{key}", f"`{key}` is no string; read as {text(given)!r}"
            )
    found = re.match(r"\s*v?(\d+)(?:\.(\d+))?", text(given))
    if found is None:
        return (3, 1) if "swagger" not in draft.root else (2, 0)
    version = (int(found[1]), int(found[2] or 0))
    if version < (2, 0):
        raise InputError(
            "unsupported-version",
            draft.locate(f"/{key}"),
            f"version {text(given)} cannot be read",
            "convert the document to OpenAPI 3",
        )
    if version > (3, 2):
        draft.warn("unknown-version", f"/{key}", f"{text(given)!r} is read as 3.2")
    return version
