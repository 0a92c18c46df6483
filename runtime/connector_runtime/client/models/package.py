"""A package of models: every name is there, and nothing is imported until it is asked for.

``models/__init__.py`` of a generated package reads::

    from typing import TYPE_CHECKING

    from connector_runtime.client import lazy_models

    if TYPE_CHECKING:
        from .customer import Customer as Customer
        from .customer import CustomerShipping as CustomerShipping

    __getattr__, __dir__ = lazy_models(
        __name__,
        {"customer": "Customer CustomerShipping"},
    )
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from connector_runtime.client.models.names import ModuleNames


def lazy_models(
    package: str, index: Mapping[str, str]
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """``__getattr__`` and ``__dir__`` (PEP 562) of a models package.

    ``index`` maps each module to its names, separated by spaces. A quoted alias comes back as the
    type it means. Raises AttributeError for a name that is not in the index.
    """
    modules = {name: module for module, names in index.items() for name in names.split()}

    def get(name: str) -> Any:
        module_name = modules.get(name)
        if module_name is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{module_name}")
        value = getattr(module, name)
        if isinstance(value, str):
            value = ModuleNames(module.__name__).evaluate(value)
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted(modules)

    return get, names
