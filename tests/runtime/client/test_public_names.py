"""What generated code imports from ``connector_runtime.client``."""

import subprocess
import sys
from types import ModuleType

import connector_runtime.client as client


def test_every_public_name_is_what_it_says_and_no_module() -> None:
    for name in dir(client):
        value = getattr(client, name)
        assert not isinstance(value, ModuleType), name


def test_no_public_name_hides_behind_a_module_that_was_imported_first() -> None:
    script = (
        "import connector_runtime.client as client, importlib, pkgutil, types\n"
        "for each in pkgutil.iter_modules(client.__path__, 'connector_runtime.client.'):\n"
        "    importlib.import_module(each.name)\n"
        "print([n for n in dir(client) if isinstance(getattr(client, n), types.ModuleType)])\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.strip() == "[]", done.stderr
