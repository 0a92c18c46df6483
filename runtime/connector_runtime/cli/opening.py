"""The platform of a command: which database, which tenant, and an event loop for what needs one."""

import asyncio
import os
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import click

from connector_runtime.client.errors import ConfigurationError

if TYPE_CHECKING:
    from connector_runtime.platform.platform import Platform

T = TypeVar("T")
P = ParamSpec("P")
_DATABASE = "CONNECTORS_DATABASE_URL"
_DEFAULT = "sqlite:///connectors.db"

database_option = click.option(
    "--database",
    metavar="URL",
    envvar=_DATABASE,
    default=_DEFAULT,
    show_default=True,
    help=f"Or {_DATABASE}; SQLite or PostgreSQL.",
)
tenant_option = click.option(
    "--tenant",
    metavar="ID",
    envvar="CONNECTORS_TENANT",
    default="",
    help="Or CONNECTORS_TENANT; needed where there are several.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")


def tenant_command(function: Callable[P, T]) -> Callable[P, T]:
    """The options of a command on one tenant: ``database``, ``tenant`` and ``as_json``."""
    return database_option(tenant_option(json_option(function)))


@dataclass(frozen=True, slots=True)
class Opened:
    """A platform, and the loop on which its services live."""

    platform: "Platform"
    runner: asyncio.Runner

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """The result of a coroutine."""
        return self.runner.run(coroutine)

    def tenant(self, given: str) -> str:
        """The tenant that is meant: the given one, else the only one.

        Raises :class:`~connector_runtime.errors.NotFoundError` and :class:`click.UsageError`.
        """
        from connector_runtime.errors import NotFoundError

        known = self.platform.membership.tenants()
        if given:
            if given not in known:
                raise NotFoundError(f"Tenant not found: {given}")
            return given
        if len(known) == 1:
            return known[0]
        if not known:
            raise NotFoundError("There is no tenant; run: connectors admin tenant add NAME")
        raise click.UsageError(f"there are {len(known)} tenants: say which with --tenant")


@contextmanager
def opened(database: str, *, new: bool = False) -> Generator[Opened]:
    """A platform, closed with the block. A SQLite file that is not there is made with ``new`` only:
    elsewhere it is a slip of the pen."""
    platform_class = imported_platform()
    if not new:
        check_exists(database)
    with asyncio.Runner() as runner:
        platform = platform_class.open(database_url=database)
        try:
            yield Opened(platform, runner)
        finally:
            runner.run(platform.aclose())


def imported_platform() -> type["Platform"]:
    """The platform's class. Raises :class:`ConfigurationError` where its extra is not installed."""
    with extra("server"):
        from connector_runtime.platform.platform import Platform
    return Platform


@contextmanager
def extra(name: str) -> Generator[None]:
    """Imports of an extra. Raises :class:`ConfigurationError` that says how to install it."""
    try:
        yield
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("connector_runtime"):
            raise
        install = f"pip install 'connector-runtime[{name}]'"
        raise ConfigurationError(f"this command needs {error.name}: {install}") from None


def check_exists(database: str) -> None:
    """Raises :class:`~connector_runtime.errors.StoreUnusableError` for a file that is not there."""
    from connector_runtime.errors import StoreUnusableError

    file = sqlite_file(database)
    if file is not None and not file.exists():
        raise StoreUnusableError(
            f"{file}: there is no such database; name another with --database, or make it with"
            " connectors admin tenant add NAME, or connectors serve"
        )


def sqlite_file(database: str) -> Path | None:
    """The file of a SQLite URL; None for another database."""
    from connector_runtime.store.database import parsed_url

    url = parsed_url(database)
    is_file = url.get_backend_name() == "sqlite"
    return Path(url.database) if is_file and url.database else None


def shown_url(database: str) -> str:
    """A database URL without its password."""
    from connector_runtime.store.database import parsed_url

    url = parsed_url(database)
    return url.set(drivername=url.get_backend_name()).render_as_string(hide_password=True)


def of_environment(name: str) -> str:
    """A variable that holds a secret. Raises :class:`ConfigurationError` where it is not set."""
    value = os.environ.get(name, "").strip()
    if not value:
        raise ConfigurationError(f"the variable {name} is not set")
    return value
