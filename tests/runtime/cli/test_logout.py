"""``connectors logout``: tokens are worth nothing afterwards, here and at the vendor."""

import os

import pytest

from tests.runtime.cli.commands import Commands, public
from tests.runtime.client.auth.authorization_server import AuthorizationServer
from tests.runtime.client.auth.flows import oauth_scheme, openid_scheme
from tests.runtime.client.auth.grants import CLIENT_SECRET


@pytest.mark.parametrize("client", ["public", "confidential"])
def test_tokens_are_revoked_and_deleted(
    commands: Commands, server: AuthorizationServer, client: str
) -> None:
    commands.describe(openid_scheme(server))
    secret = {"ACME_CLIENT_SECRET": CLIENT_SECRET} if client == "confidential" else {}
    commands.run("login", "acme", "--client-id", client, **secret)
    tokens = commands.tokens
    code, out, err = commands.run("logout", "acme")
    assert (code, out, err) == (0, "Logged out of acme: the tokens are revoked and deleted\n", "")
    assert not server.grants.accepts(tokens.access_token)
    assert all(each.revoked for each in server.grants.issued)
    assert commands.file.read() is None


def test_without_an_endpoint_they_are_only_deleted(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(oauth_scheme(server))
    commands.run("login", "acme", "--client-id", "public")
    code, out, _ = commands.run("logout", "acme")
    assert code == 0
    assert "the vendor still knows them" in out
    assert commands.file.read() is None


def test_who_is_not_logged_in_is_logged_out(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(openid_scheme(server))
    assert commands.run("logout", "acme") == (0, "Nobody is logged in to acme\n", "")


def test_tokens_are_deleted_even_when_nobody_revokes_them(
    commands: Commands, server: AuthorizationServer
) -> None:
    server.metadata["revocation_endpoint"] = f"{server.url}/elsewhere"
    commands.describe(openid_scheme(server))
    commands.run(*public(server))
    assert "deleted, but not revoked" in commands.failed(1, "logout", "acme")
    assert commands.file.read() is None


def test_a_file_that_others_read_is_not_trusted(
    commands: Commands, server: AuthorizationServer
) -> None:
    commands.describe(openid_scheme(server))
    commands.run(*public(server))
    os.chmod(commands.file.path, 0o644)
    assert "chmod 600" in commands.failed(2, "logout", "acme")


def test_bad_input_is_told(commands: Commands) -> None:
    assert "there is no package" in commands.failed(2, "logout", "absent")
