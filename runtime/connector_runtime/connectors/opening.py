"""From a connection to a service: a client with the tenant's credentials and settings, and nobody
else's."""

from collections.abc import Mapping
from typing import Any, cast

from connector_runtime.client.arguments import OMIT
from connector_runtime.client.credentials import CredentialsInput
from connector_runtime.client.errors import ConfigurationError
from connector_runtime.client.options import ClientSettings
from connector_runtime.client.servers import split_url
from connector_runtime.client.variables import client_arguments
from connector_runtime.connectors.generated import GeneratedService
from connector_runtime.connectors.packages import GeneratedPackage
from connector_runtime.connectors.problems import invalid_setting

MOCK_SEED = 0
"""Of the mocks of connections with ``mock: true``: every process makes the same vendor."""
_OWN = frozenset({"base_url", "mock"})

Settings = Mapping[str, Any]
"""Of a connection, none of them secret: ``base_url``, ``mock``, and the arguments of the client
(client parameters and server variables) by their names."""


def checked_settings(settings: Settings, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The settings, if the connector knows them. ``facts`` is the section ``connector`` of a
    manifest; of a custom service it is empty, and its settings are its own business.

    Raises :class:`~connector_runtime.errors.ArgumentsInvalidError`.
    """
    if not facts:
        return dict(settings)
    known = {each.name for each in client_arguments(facts)}
    for name, value in settings.items():
        if name == "base_url":
            _check_url(value)
        elif name == "mock":
            if not isinstance(value, bool):
                raise invalid_setting((name,), "is neither true nor false")
        elif name not in known:
            names = ", ".join(sorted(known | _OWN))
            raise invalid_setting((name,), f"is not known here; there are {names}")
        elif not isinstance(value, str | int | float) or isinstance(value, bool):
            raise invalid_setting((name,), "is no text and no number")
    return dict(settings)


def _check_url(value: object) -> None:
    try:
        split_url(value if isinstance(value, str) else "").encrypted(allow_http=False)
    except ConfigurationError as problem:
        raise invalid_setting(("base_url",), problem.message) from None


def open_service(
    package: GeneratedPackage,
    credentials: CredentialsInput | None,
    settings: Settings,
    client_settings: ClientSettings,
    *,
    allow_environment: bool,
) -> GeneratedService:
    """A service on a client of its own. Without ``allow_environment`` no identity of this process
    becomes the tenant's; its proxies, logs and ``<NAME>_BASE_URL`` still count.

    Raises :class:`ConfigurationError` where a setting is missing without which no call is possible.
    """
    kind = package.client_class(mock=False)
    arguments = _arguments(package, settings, allow_environment=allow_environment)
    merged: dict[str, Any] = {**client_settings}
    if settings.get("base_url"):
        merged["base_url"] = settings["base_url"]
    return GeneratedService(package, kind(credentials, **arguments, **merged))


def open_mock(
    package: GeneratedPackage, settings: Settings, client_settings: ClientSettings
) -> GeneratedService:
    """A service on a vendor in this process; with the transport of another mock, on its vendor."""
    kind = package.client_class(mock=True)
    known = {each.name for each in client_arguments(package.connecting)}
    given = {name: value for name, value in settings.items() if name in known}
    merged = cast("dict[str, Any]", client_settings)
    return GeneratedService(package, kind(seed=MOCK_SEED, **given, **merged))


def _arguments(
    package: GeneratedPackage, settings: Settings, *, allow_environment: bool
) -> dict[str, Any]:
    """The arguments of the client: where one is not None, the client does not look for it in the
    environment."""
    facts = package.connecting
    arguments: dict[str, Any] = {}
    parameters = {each["name"] for each in facts.get("client_parameters") or ()}
    for each in client_arguments(facts):
        value = settings.get(each.name)
        if value is None and not allow_environment:
            if each.name in parameters:
                value = OMIT if each.default is None else each.default
            elif each.needed and not settings.get("base_url"):
                raise ConfigurationError(
                    f"the connection lacks the setting {each.name}: run connectors admin connection"
                    f" set {package.connector_id}",
                    connector=package.connector_id,
                )
            else:
                value = _server_default(facts, each.name)
        arguments[each.name] = value
    return arguments


def _server_default(facts: Mapping[str, Any], name: str) -> Any:
    for server in facts.get("servers") or ():
        for variable in server.get("variables") or ():
            if variable["name"] == name:
                return variable.get("default")
    return None
