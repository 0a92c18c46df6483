"""What generated code imports from ``connector_runtime.client``."""

import re
import subprocess
import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any, get_args

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


def subclasses(kind: type) -> Iterator[type[Any]]:
    """All of them, at any depth."""
    for each in kind.__subclasses__():
        yield each
        yield from subclasses(each)


def test_every_error_has_a_word_of_the_vocabulary() -> None:
    for name in dir(client):
        getattr(client, name)
    every = subclasses(client.ConnectorError)
    kinds = [each for each in every if each.__module__.startswith("connector_runtime")]
    assert len(kinds) > 20
    assert {each.code for each in kinds} <= set(get_args(client.ErrorCode))


def test_every_event_has_a_name_of_its_own() -> None:
    kinds = {each.__name__: each.name for each in subclasses(client.Event)}
    names = [name for name in kinds.values() if name != "event"]
    assert len(names) == len(set(names)) >= 13
    assert all(re.fullmatch(r"[a-z]+\.[a-z_]+", name) for name in names)
