"""The application on a socket, with a database of its own for each test."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import httpx
import pytest

from connector_runtime.server.app import create_app
from tests.runtime.server.serving import (
    Door,
    Keyring,
    copied,
    make_template,
    open_platform,
    serving,
)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Keyring]:
    """A database to be copied, and its keys."""
    folder = tmp_path_factory.mktemp("template") / "platform"
    return folder, make_template(folder)


@pytest.fixture
def open_door(template: tuple[Path, Keyring], tmp_path: Path) -> Iterator[Callable[..., Door]]:
    """Serves a platform with these settings; ``app`` are those of the application."""
    folder, keys = template
    with ExitStack() as stack:

        def opened(app: dict[str, Any] | None = None, **settings: Any) -> Door:
            place = copied(folder, tmp_path / "platform")
            platform = open_platform(place, **settings)
            address = stack.enter_context(serving(create_app(platform, **(app or {}))))
            headers = {"Authorization": f"Bearer {keys.service}"}
            client = httpx.Client(base_url=address, headers=headers, trust_env=False, timeout=30)
            stack.enter_context(client)
            return Door(client, platform, place, keys)

        yield opened


@pytest.fixture
def door(open_door: Callable[..., Door]) -> Door:
    """An application as it is by default; the client has the key of the service."""
    return open_door()
