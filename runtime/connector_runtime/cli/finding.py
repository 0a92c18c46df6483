"""From the name a user types to a connector, its scheme, and the application that logs in."""

import os
import re
import sys
from collections.abc import Mapping
from importlib import import_module
from types import ModuleType

from connector_runtime.client.auth.endpoints import Application
from connector_runtime.client.auth.schemes import Scheme, read_schemes
from connector_runtime.client.connector import Connector
from connector_runtime.client.errors import ConfigurationError

_PACKAGE = re.compile(r"[A-Za-z_]\w*(\.[A-Za-z_]\w*)*", re.ASCII)


def find_connector(name: str) -> Connector:
    """The connector of a package: ``generated.stripe``; ``stripe`` is looked for there first.

    Raises :class:`ConfigurationError` where there is none.
    """
    if not _PACKAGE.fullmatch(name):
        raise ConfigurationError(f"{name!r} is not the name of a package")
    here = os.getcwd()
    if here not in sys.path:
        sys.path.append(here)  # last: a file of the folder must not hide an installed package
    candidates = (name,) if "." in name else (f"generated.{name}", name)
    for candidate in candidates:
        module = _imported(candidate)
        if module is not None:
            connector = getattr(module, "CONNECTOR", None)
            if isinstance(connector, Connector):
                return connector
            raise ConfigurationError(f"{candidate} is not a generated connector")
    raise ConfigurationError(f"there is no package {' or '.join(candidates)}")


def _imported(name: str) -> ModuleType | None:
    try:
        return import_module(name)
    except ModuleNotFoundError as error:
        if error.name and f"{name}.".startswith(f"{error.name}."):
            return None
        raise ConfigurationError(f"{name} cannot be imported: {error}") from error
    except ImportError as error:
        raise ConfigurationError(f"{name} cannot be imported: {error}") from error


def login_scheme(connector: Connector, issuer: str) -> Scheme:
    """The scheme that a user logs in for: one that says where, or any with an ``issuer``.

    Raises :class:`ConfigurationError` where there is none.
    """
    schemes = [each for each in read_schemes(connector.facts).values() if each.gives_tokens]
    usable = [each for each in schemes if issuer or each.takes_login]
    if usable:
        return min(usable, key=lambda each: not each.takes_login)
    if schemes:
        raise ConfigurationError(
            f"the description of {connector.name} does not say where users consent: give --issuer"
        )
    raise ConfigurationError(f"{connector.name} has no OAuth 2.0 or OpenID Connect scheme")


def application_of(
    scheme: Scheme, client_id: str, secret_variable: str, environment: Mapping[str, str]
) -> Application:
    """The application by its id: given, else from the variables that the scheme names.

    Without any secret it is a public client. Raises :class:`ConfigurationError`.
    """
    if secret_variable and not environment.get(secret_variable, "").strip():
        raise ConfigurationError(f"the variable {secret_variable} is not set")
    id_variable = _variable(scheme, "_CLIENT_ID")
    found = client_id or environment.get(id_variable, "").strip()
    if not found:
        raise ConfigurationError(f"no client id: give --client-id, or set {id_variable}")
    variable = secret_variable or _variable(scheme, "_CLIENT_SECRET")
    return Application(found, environment.get(variable, "").strip())


def _variable(scheme: Scheme, ending: str) -> str:
    named = (each for each in scheme.environment if each.endswith(ending))
    return next(named, f"{scheme.connector}{ending}".upper())
