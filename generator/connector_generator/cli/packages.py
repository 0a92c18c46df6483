"""Built packages as Python imports them."""

import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

from connector_generator.built import built_connector


class BadPackageError(LookupError):
    """There is no such package, or it cannot be imported; the message says why."""


def built_package(output: Path, name: str) -> ModuleType:
    """The package of a connector in an output folder, imported by the name that users import it by:
    below the working folder with its folders' names (``generated.stripe``), else by its own.

    Raises :class:`BadPackageError`.
    """
    connector = built_connector(output, name)
    if connector is None:
        raise BadPackageError(f"no connector {name!r} in {output}/")
    folder = connector.folder.resolve()
    root, module = _importable(folder)
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    try:
        package = import_module(module)
    except ImportError as error:
        raise BadPackageError(f"{module} cannot be imported: {error}") from None
    if Path(str(package.__file__)).resolve().parent != folder:
        raise BadPackageError(f"{module} is another package here: {package.__file__}")
    return package


def _importable(folder: Path) -> tuple[Path, str]:
    """The folder to find it from, and its name there."""
    here = Path.cwd()
    if folder.is_relative_to(here):
        parts = folder.relative_to(here).parts
        if all(part.isidentifier() for part in parts):
            return here, ".".join(parts)
    return folder.parent, folder.name
