"""``connectors logout``: tokens are revoked, and then deleted."""

from functools import partial

import click

from connector_runtime.cli.consent import asked
from connector_runtime.cli.finding import find_connector
from connector_runtime.client.auth.endpoints import Application
from connector_runtime.client.auth.file_lock import FileLock
from connector_runtime.client.auth.revocation import revoke
from connector_runtime.client.auth.token_file import StoredTokens, TokenFile
from connector_runtime.client.errors import ConnectorError


@click.command("logout")
@click.argument("connector")
def command(connector: str) -> None:
    """Revoke the tokens of CONNECTOR where the vendor lets us, and delete them."""
    name = find_connector(connector).name
    file = TokenFile.of(name)
    with FileLock(file.lock_path):  # a client that is refreshing would write new ones
        tokens = file.read()
        if tokens is None:
            click.echo(f"Nobody is logged in to {name}")
            return
        try:
            _revoked(tokens)
        except ConnectorError as error:
            raise click.ClickException(f"deleted, but not revoked: {error}") from error
        finally:
            file.delete()
    done = (
        "revoked and deleted" if tokens.revocation_url else "deleted; the vendor still knows them"
    )
    click.echo(f"Logged out of {name}: the tokens are {done}")


def _revoked(tokens: StoredTokens) -> None:
    """The refresh token first: with it go the access tokens (RFC 7009, section 2.1)."""
    url = tokens.revocation_url
    if not url:
        return
    application = Application(tokens.client_id, tokens.client_secret, tokens.client_in_body)
    known = {"refresh_token": tokens.refresh_token, "access_token": tokens.access_token}
    for hint, token in known.items():
        if token:
            asked(partial(revoke, url, token, hint, application))
