"""Clients without credentials of their own use the tokens of a login, and keep them fresh."""

import asyncio
import logging
import os
import pickle
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.auth.stored_grant import StoredGrant
from connector_runtime.client.auth.token_file import StoredTokens, TokenFile
from connector_runtime.client.clock import SYSTEM_CLOCK
from tests.runtime.client.auth.authorization_server import (
    AuthorizationServer,
    authorization_server,
)
from tests.runtime.client.auth.flows import (
    CONFIDENTIAL,
    PUBLIC,
    every_text,
    login,
    oauth_scheme,
    shop,
    stored,
)
from tests.runtime.client.drivers import Driver
from tests.runtime.client.packages import Make

THINGS = {"name": "Acme"}


@pytest.fixture
def server() -> Iterator[AuthorizationServer]:
    with authorization_server() as running:
        yield running


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TokenFile:
    monkeypatch.setenv("CONNECTORS_CONFIG_HOME", str(tmp_path / "config"))
    return TokenFile.of("acme")


@pytest.fixture
def package(acme: Make, server: AuthorizationServer) -> ModuleType:
    return shop(acme, oauth_scheme(server))


def call(driver: Driver, package: ModuleType, server: AuthorizationServer) -> Any:
    client = driver.client(package, None, base_url=server.url)
    return driver.run(client.call("get_things", {}))


def kept(file: TokenFile) -> StoredTokens:
    tokens = file.read()
    assert tokens is not None
    return tokens


def revoke_access(server: AuthorizationServer) -> None:
    """The API forgets all access tokens; refresh tokens stay as good as they were."""
    for each in server.grants.issued:
        each.access_token += "-forgotten"


def test_a_login_is_used(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server)))
    assert call(driver, package, server) == THINGS
    assert server.grants.refreshes == 0


def test_without_a_login_the_error_says_how_to(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    with pytest.raises(runtime.CredentialsMissingError, match="connectors login acme"):
        call(driver, package, server)


@pytest.mark.parametrize("application", [PUBLIC, CONFIDENTIAL])
def test_an_expired_token_is_refreshed_rotated_and_written_back(
    driver: Driver,
    server: AuthorizationServer,
    file: TokenFile,
    package: ModuleType,
    application: Any,
) -> None:
    before = stored(server, login(driver, server, application), application, expires_at=0.0)
    file.write(before)
    assert call(driver, package, server) == THINGS
    after = kept(file)
    assert after.access_token != before.access_token
    assert after.refresh_token not in ("", before.refresh_token)
    assert time.time() + 3500 < after.expires_at < time.time() + 3600
    assert replace(after, access_token="", refresh_token="", expires_at=0.0) == replace(
        before, access_token="", refresh_token="", expires_at=0.0
    )
    assert stat.S_IMODE(os.stat(file.path).st_mode) == 0o600
    assert call(driver, package, server) == THINGS  # another client, from the file
    assert (server.grants.refreshes, server.grants.reused) == (1, 0)


def test_a_refused_token_is_refreshed_and_the_call_repeated(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server)))
    revoke_access(server)
    assert call(driver, package, server) == THINGS
    assert server.grants.refreshes == 1


def test_a_client_takes_what_another_process_refreshed(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server)))
    client = driver.client(package, None, base_url=server.url)
    driver.run(client.call("get_things", {}))
    revoke_access(server)
    assert call(driver, package, server) == THINGS
    assert driver.run(client.call("get_things", {})) == THINGS
    assert (server.grants.refreshes, server.grants.reused) == (1, 0)


def test_a_refused_token_is_not_taken_from_the_file_again(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    tokens = stored(server, login(driver, server))
    file.write(tokens)
    client = driver.client(package, None, base_url=server.url)
    driver.run(client.call("get_things", {}))
    revoke_access(server)
    file.write(replace(tokens, scope="read write"))
    assert driver.run(client.call("get_things", {})) == THINGS
    assert server.grants.refreshes == 1


def test_a_stolen_refresh_token_ends_the_login(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    tokens = stored(server, login(driver, server), expires_at=0.0)
    file.write(tokens)
    call(driver, package, server)
    file.write(tokens)  # the old refresh token, once more
    with pytest.raises(runtime.BadRequestError, match="connectors login acme") as caught:
        call(driver, package, server)
    assert caught.value.vendor_code == "invalid_grant"
    assert server.grants.reused == 1
    assert "canary" not in every_text(caught.value) + repr(vars(caught.value))


def test_a_logout_ends_running_clients_with_their_token(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server)))
    client = driver.client(package, None, base_url=server.url)
    driver.run(client.call("get_things", {}))
    file.delete()
    revoke_access(server)
    with pytest.raises(runtime.CredentialsMissingError, match="the login is over"):
        driver.run(client.call("get_things", {}))
    assert file.read() is None


def test_a_vendor_without_refresh_tokens_ends_the_login(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server), refresh_token="", expires_at=0.0))
    with pytest.raises(runtime.CredentialsMissingError, match="the login is over"):
        call(driver, package, server)
    assert "POST /token" not in server.requests[3:]


def test_a_file_that_cannot_be_written_does_not_fail_the_call(
    driver: Driver,
    server: AuthorizationServer,
    file: TokenFile,
    package: ModuleType,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    file.write(stored(server, login(driver, server), expires_at=0.0))

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert call(driver, package, server) == THINGS
    assert "No space left" in caplog.text
    assert "canary" not in caplog.text


def test_given_credentials_never_fall_back_to_a_login(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server)))
    client = driver.client(package, runtime.Credentials(other="x"), base_url=server.url)
    with pytest.raises(runtime.CredentialsMissingError):
        driver.run(client.call("get_things", {}))


def test_the_environment_wins_over_a_login(
    driver: Driver,
    server: AuthorizationServer,
    file: TokenFile,
    acme: Make,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file.write(stored(server, login(driver, server)))
    monkeypatch.setenv("ACME_TOKEN", "of the environment")
    package = shop(acme, {**oauth_scheme(server), "environment": ["ACME_TOKEN"]})
    with pytest.raises(runtime.AuthenticationError):
        call(driver, package, server)
    assert server.grants.refreshes == 0


def test_a_login_is_for_its_scheme(
    driver: Driver, server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    file.write(stored(server, login(driver, server), scheme="another"))
    with pytest.raises(runtime.CredentialsMissingError):
        call(driver, package, server)


def test_twenty_threads_refresh_once(
    server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    driver = Driver("")
    file.write(stored(server, login(driver, server)))
    revoke_access(server)
    server.delay = 0.05
    client = driver.client(package, None, base_url=server.url)
    names: list[Any] = []
    threads = [
        threading.Thread(target=lambda: names.append(client.call("get_things", {})))
        for _ in range(20)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    driver.close()
    assert names == [THINGS] * 20
    assert (server.grants.refreshes, server.grants.reused) == (1, 0)


def test_twenty_tasks_refresh_once(
    server: AuthorizationServer, file: TokenFile, package: ModuleType
) -> None:
    driver = Driver("Async")
    file.write(stored(server, login(driver, server)))
    revoke_access(server)
    server.delay = 0.05
    client = driver.client(package, None, base_url=server.url)

    async def work() -> list[Any]:
        return await asyncio.gather(*(client.call("get_things", {}) for _ in range(20)))

    assert driver.run(work()) == [THINGS] * 20
    driver.close()
    assert (server.grants.refreshes, server.grants.reused) == (1, 0)


_PROCESS = """
import sys
from connector_runtime.client import Client, Connector
import acme
client = Client(acme.CONNECTOR, None, {}, {"base_url": sys.argv[1]})
print(client.call("get_things", {})["name"])
"""


def test_four_processes_refresh_once(
    server: AuthorizationServer, file: TokenFile, package: ModuleType, tmp_path: Path
) -> None:
    driver = Driver("")
    file.write(stored(server, login(driver, server), expires_at=0.0))
    driver.close()
    server.delay = 0.3
    folder = tmp_path / "packages" / "acme"
    folder.mkdir(parents=True)
    for name in ("connector.json", "operations.jsonl", "schemas.jsonl", "models.py"):
        (folder / name).write_bytes((tmp_path / name).read_bytes())
    (folder / "__init__.py").write_text(
        "from connector_runtime.client import Connector\nCONNECTOR = Connector(__name__)\n"
    )
    paths = os.pathsep.join([str(folder.parent), *filter(None, sys.path)])
    command = [sys.executable, "-c", _PROCESS, server.url]
    running = [
        subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": paths}
        )
        for _ in range(4)
    ]
    assert [each.communicate(timeout=60)[0] for each in running] == ["Acme\n"] * 4
    assert (server.grants.refreshes, server.grants.reused) == (1, 0)


def test_a_login_is_shown_to_nobody(
    server: AuthorizationServer,
    file: TokenFile,
    package: ModuleType,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    driver = Driver("")
    tokens = stored(server, login(driver, server, CONFIDENTIAL), CONFIDENTIAL, expires_at=0.0)
    file.write(tokens)
    client = driver.client(package, None, base_url=server.url)
    client.call("get_things", {})
    grant = StoredGrant(file, kept(file), SYSTEM_CLOCK)
    for value in (tokens, grant, client, client._engine, grant.lock):
        assert "canary" not in every_text(value)
    for value in (tokens, grant):
        with pytest.raises(TypeError, match="holds secrets"):
            pickle.dumps(value)
    driver.close()
    ours = [each.getMessage() for each in caplog.records if "authlib" not in each.name]
    assert "canary" not in " ".join(ours)


def test_a_grant_may_start_with_a_token(
    driver: Driver, server: AuthorizationServer, package: ModuleType
) -> None:
    tokens = login(driver, server)
    grant = runtime.OAuth2RefreshToken(
        tokens.refresh_token, "public", access_token=tokens.access_token
    )
    client = driver.client(package, runtime.Credentials(login=grant), base_url=server.url)
    assert driver.run(client.call("get_things", {})) == THINGS
    assert server.grants.refreshes == 0
    revoke_access(server)
    assert driver.run(client.call("get_things", {})) == THINGS
    assert server.grants.refreshes == 1


def test_refreshing_may_have_an_url_of_its_own(
    driver: Driver, server: AuthorizationServer, acme: Make
) -> None:
    tokens = login(driver, server)
    scheme = oauth_scheme(server)
    scheme |= {"token_url": f"{server.url}/elsewhere", "refresh_url": f"{server.url}/token"}
    grant = runtime.OAuth2RefreshToken(tokens.refresh_token, "public")
    client = driver.client(
        shop(acme, scheme), runtime.Credentials(login=grant), base_url=server.url
    )
    assert driver.run(client.call("get_things", {})) == THINGS


def test_a_token_given_with_its_time_is_renewed_in_time(
    driver: Driver, server: AuthorizationServer, package: ModuleType
) -> None:
    tokens = login(driver, server)
    grant = runtime.OAuth2RefreshToken(
        tokens.refresh_token, "public", access_token=tokens.access_token, expires_in=0.0
    )
    client = driver.client(package, runtime.Credentials(login=grant), base_url=server.url)
    assert driver.run(client.call("get_things", {})) == THINGS
    assert server.grants.refreshes == 1


def test_who_is_not_asked_for_tokens_does_not_look_for_them() -> None:
    code = (
        "import sys; from connector_runtime.client.auth.wallet import environment_wallet as wallet\n"
        "from connector_runtime.client.auth.schemes import read_schemes\n"
        "facts = {'name': 'acme', 'security_schemes': [{'name': 'key', 'kind': 'apiKey'},"
        " {'name': 'login', 'kind': 'oauth2'}]}\n"
        "schemes = read_schemes(facts)\n"
        "place = 'connector_runtime.client.auth.'\n"
        "assert wallet({})((schemes['key'],)) is None\n"
        "assert place + 'token_file' not in sys.modules\n"
        "assert wallet({'CONNECTORS_CONFIG_HOME': '/nowhere'})((schemes['login'],)) is None\n"
        "assert place + 'token_file' in sys.modules\n"
        "assert place + 'stored_grant' not in sys.modules\n"
        "import connector_runtime.client.clients\n"
        "for each in ('tokens', 'endpoints', 'authorization', 'discovery', 'sigv4', 'signing'):\n"
        "    assert place + each not in sys.modules, each\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
