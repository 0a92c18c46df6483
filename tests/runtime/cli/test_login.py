"""``connectors login``: from the browser to the file, against a real authorization server."""

import os
import signal
import socket
import stat
import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest

from connector_runtime.client import AsyncClient, Client
from tests.runtime.cli.commands import Commands, public
from tests.runtime.client.auth.authorization_server import AuthorizationServer
from tests.runtime.client.auth.flows import oauth_scheme, openid_scheme, visited
from tests.runtime.client.auth.grants import CLIENT_SECRET
from tests.runtime.client.drivers import Driver


def test_a_login_end_to_end(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(openid_scheme(server))
    code, out, err = commands.run("login", "acme", "--client-id", "public")
    assert (code, err) == (0, "")
    assert out == f"Logged in to acme. The tokens are in {commands.file.path}\n"
    assert stat.S_IMODE(os.stat(commands.file.path).st_mode) == 0o600
    assert stat.S_IMODE(os.stat(commands.file.folder).st_mode) == 0o700
    tokens = commands.tokens
    assert server.grants.accepts(tokens.access_token)
    assert (tokens.scheme, tokens.client_id, tokens.issuer) == ("login", "public", server.url)
    assert tokens.scope == "openid offline_access"


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_clients_use_it(
    commands: Commands,
    server: AuthorizationServer,
    kind: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server.grants.lifetime = 1  # used for half a second; then it is refreshed
    commands.describe(openid_scheme(server))
    assert commands.run("login", "acme", "--client-id", "public")[0] == 0
    before = commands.tokens
    monkeypatch.setenv("CONNECTORS_CONFIG_HOME", commands.environment["CONNECTORS_CONFIG_HOME"])
    monkeypatch.setattr(sys, "path", [str(commands.folder), *sys.path])
    monkeypatch.delitem(sys.modules, "acme", raising=False)
    acme = import_module("acme")
    driver = Driver("Async" if kind is AsyncClient else "")
    client = kind(acme.CONNECTOR, None, {}, {"base_url": server.url})
    driver.clients.append(client)
    for each in server.grants.issued:
        each.access_token += "-forgotten"
    assert driver.run(client.call("get_things", {})) == {"name": "Acme"}
    driver.close()
    assert commands.tokens.refresh_token != before.refresh_token
    assert (server.grants.refreshes, server.grants.reused) == (1, 0)
    monkeypatch.delitem(sys.modules, "acme")


def test_the_page_says_it_and_nothing_else(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(openid_scheme(server))
    commands.run(*public(server))
    assert commands.page.startswith("200\n")
    assert "You are logged in" in commands.page
    assert "Content-Security-Policy: default-src 'none'" in commands.page
    assert "Python" not in commands.page
    tokens = commands.tokens
    assert tokens.access_token not in commands.page
    assert tokens.refresh_token not in commands.page


def test_a_confidential_client_by_a_variable(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(oauth_scheme(server))
    arguments = ["login", "acme", "--client-id", "confidential", "--client-secret-env", "MINE"]
    assert commands.run(*arguments, MINE=CLIENT_SECRET)[0] == 0
    assert commands.tokens.client_secret == CLIENT_SECRET
    assert commands.tokens.scope == "read"  # the server's default: none was asked for


@pytest.mark.parametrize("named", [[], ["SHOP_CLIENT_ID", "SHOP_CLIENT_SECRET"]])
def test_a_confidential_client_by_the_schemes_variables(
    commands: Commands, server: AuthorizationServer, named: list[str]
) -> None:
    commands.describe({**oauth_scheme(server), "environment": named})
    prefix = "SHOP" if named else "ACME"
    variables = {f"{prefix}_CLIENT_ID": "confidential", f"{prefix}_CLIENT_SECRET": CLIENT_SECRET}
    assert commands.run("login", "acme", **variables)[0] == 0
    assert commands.tokens.client_id == "confidential"


@pytest.mark.parametrize("by", ["option", "metadata"])
def test_a_secret_in_the_form(commands: Commands, server: AuthorizationServer, by: str) -> None:
    server.metadata["token_endpoint_auth_methods_supported"] = ["client_secret_post"]
    commands.describe(openid_scheme(server) if by == "metadata" else oauth_scheme(server))
    option = ["--client-in-body"] if by == "option" else []
    variables = {"ACME_CLIENT_ID": "confidential", "ACME_CLIENT_SECRET": CLIENT_SECRET}
    assert commands.run("login", "acme", *option, **variables)[0] == 0
    assert commands.tokens.client_in_body


def test_scopes_port_and_package_are_as_given(
    commands: Commands, server: AuthorizationServer
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    commands.describe(openid_scheme(server), package="generated.acme")
    for name in ("acme", "generated.acme"):
        arguments = ["--scope", "read", "--scope", "write", "--port", str(port)]
        assert commands.run("login", name, "--client-id", "public", *arguments)[0] == 0
        assert commands.tokens.scope == "read write"


def test_without_a_browser_the_address_is_shown(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(openid_scheme(server))
    for option, browser in ((["--no-browser"], commands.environment["BROWSER"]), ([], "false")):
        process = commands.start(*public(server), *option, BROWSER=browser, PATH="/usr/bin:/bin")
        assert process.stderr is not None
        assert "Open this address" in process.stderr.readline()
        location = visited(process.stderr.readline().strip())
        visited(location)
        assert process.wait(30) == 0
        process.communicate()


def test_nobody_is_waited_for_for_ever(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(openid_scheme(server))
    arguments = [*public(server), "--no-browser", "--timeout", "0.3"]
    code, _, err = commands.run(*arguments)
    assert code == 1
    assert err.endswith("error: nobody consented within 0.3 seconds\n")
    assert commands.file.read() is None


def test_a_login_can_be_interrupted(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(openid_scheme(server))
    process = commands.start(*public(server), "--no-browser")
    assert process.stderr is not None
    process.stderr.readline()
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 1
    assert process.communicate()[1].endswith("error: interrupted\n")


def test_another_state_is_refused(commands: Commands, server: AuthorizationServer) -> None:
    server.tampers_with_state = True
    commands.describe(openid_scheme(server))
    assert "another state" in commands.failed(1, *public(server))
    assert commands.page.startswith("400\n")
    assert "POST /token" not in server.requests
    assert commands.file.read() is None


def test_a_denied_consent_is_told(commands: Commands, server: AuthorizationServer) -> None:
    server.consents = False
    commands.describe(openid_scheme(server))
    assert "access_denied" in commands.failed(1, *public(server))
    assert "access_denied" in commands.page


def test_what_a_server_says_is_escaped(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(openid_scheme(server))
    process = commands.start(*public(server), "--no-browser")
    assert process.stderr is not None
    process.stderr.readline()
    address = process.stderr.readline().strip()
    redirect = visited(address).partition("?")[0]
    state = address.partition("&state=")[2].partition("&")[0]
    script = "%3Cscript%3Ealert(1)%3C/script%3E"
    url = f"{redirect}?state={state}&iss={server.url}&error={script}"
    subprocess.run([sys.executable, "browser.py", url], cwd=commands.folder, check=True, timeout=30)
    assert process.wait(30) == 1
    process.communicate()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in commands.page
    assert "<script" not in commands.page


def test_a_wrong_issuer_is_refused(commands: Commands, server: AuthorizationServer) -> None:
    server.issuer = "https://evil.example"
    commands.describe(openid_scheme(server))
    assert "the metadata is of https://evil.example" in commands.failed(1, *public(server))
    assert "the metadata is of https://evil.example" in commands.failed(
        1, "login", "acme", "--client-id", "public"
    )


def test_a_wrong_secret_is_told(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(oauth_scheme(server))
    arguments = ["login", "acme", "--client-id", "confidential", "--client-secret-env", "MINE"]
    line = commands.failed(1, *arguments, MINE="guessed-secret")
    assert "invalid_client" in line
    assert "guessed-secret" not in line
    assert "guessed-secret" not in commands.page


def test_an_authorization_server_that_is_not_there(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(openid_scheme(server))
    arguments = ["login", "acme", "--client-id", "public", "--issuer", "http://127.0.0.1:1"]
    assert "connection" in commands.failed(1, *arguments)


def test_bad_input_is_told_with_exit_code_2(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(openid_scheme(server))
    commands.describe({"name": "key", "kind": "apiKey"}, package="keys", name="keys")
    commands.describe({"name": "login", "kind": "oauth2"}, package="vague", name="vague")
    (commands.folder / "broken.py").write_text("import not_there_at_all")
    (commands.folder / "plain.py").write_text("")
    for arguments, expected in {
        ("login",): "Missing argument 'CONNECTOR'",
        ("log",): "No such command 'log'",
        ("login", "absent"): "there is no package generated.absent or absent",
        ("login", "../acme"): "is not the name of a package",
        ("login", "plain"): "plain is not a generated connector",
        ("login", "broken"): "broken cannot be imported",
        ("login", "keys", "--client-id", "x"): "has no OAuth 2.0",
        ("login", "vague", "--client-id", "x"): "give --issuer",
        ("login", "acme"): "give --client-id, or set ACME_CLIENT_ID",
        ("login", "acme", "--client-secret-env", "NOT_SET"): "NOT_SET is not set",
        ("login", "acme", "--port", "65536"): "--port",
        ("login", "acme", "--timeout", "0"): "--timeout",
        (*public(server)[:-1], "http://vendor.example"): "not encrypted",
        (*public(server)[:-1], "vendor"): "URL",
    }.items():
        assert expected in commands.failed(2, *arguments)


def test_a_port_that_is_taken_is_told(commands: Commands, server: AuthorizationServer) -> None:
    commands.describe(openid_scheme(server))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert f"port {port}" in commands.failed(2, *public(server), "--port", port)


def test_help_is_help(commands: Commands) -> None:
    for arguments in (["--help"], ["login", "-h"], ["logout", "--help"]):
        code, out, err = commands.run(*arguments)
        assert (code, err) == (0, "")
        assert out.startswith("Usage: connectors")
    code, _, err = commands.run()
    assert code == 2
    assert err.startswith("Usage: connectors")


def test_without_click_the_extra_is_named(commands: Commands) -> None:
    (commands.folder / "click.py").write_text("raise ModuleNotFoundError('no click', name='click')")
    path = f"{commands.folder}{os.pathsep}{commands.environment['PYTHONPATH']}"
    assert "connector-runtime[cli]" in commands.failed(2, "login", "acme", PYTHONPATH=path)
