"""Finds what ships with the generator: the templates and the connectors' descriptions.

In an installed distribution both lie inside of the package; in the repository (and in an editable
installation, which has no copies) they are folders at its root.
"""

from importlib.resources import files
from pathlib import Path

from connector_generator.diagnostics import InputError
from connector_generator.location import Location


def templates_folder() -> Path:
    """The folder of templates."""
    return _folder("templates")


def specs_folder() -> Path:
    """The folder of shipped connectors: descriptions, overlays and locks."""
    return _folder("specs")


def _folder(name: str) -> Path:
    package = Path(str(files("connector_generator")))
    for candidate in (package / name, package.parents[1] / name):
        if candidate.is_dir():
            return candidate
    raise InputError(
        "broken-installation",
        Location(str(package)),
        f"the generator's {name} are missing",
        "Install connector-generator again.",
    )
