"""``connectors login``: a user's consent, kept for the clients of this machine."""

import os
import time

import click

from connector_runtime.cli.consent import consented, provider_of, scopes_of
from connector_runtime.cli.finding import application_of, find_connector, login_scheme
from connector_runtime.client.auth.discovery import Provider
from connector_runtime.client.auth.endpoints import Application, Tokens
from connector_runtime.client.auth.file_lock import FileLock
from connector_runtime.client.auth.schemes import Scheme
from connector_runtime.client.auth.token_file import StoredTokens, TokenFile
from connector_runtime.client.auth.tokens import usable_seconds


@click.command("login")
@click.argument("connector")
@click.option("--client-id", default="", help="Your application, as the vendor registered it.")
@click.option("--client-secret-env", default="", metavar="VAR", help="Variable with its secret.")
@click.option("--scope", "scopes", multiple=True, help="What to ask for; may be repeated.")
@click.option("--issuer", default="", metavar="URL", help="Take endpoints from its metadata.")
@click.option("--port", default=0, type=click.IntRange(0, 65535), help="Of http://127.0.0.1.")
@click.option("--timeout", default=300.0, type=click.FloatRange(0, min_open=True), metavar="S")
@click.option("--client-in-body", is_flag=True, help="For vendors that do not take HTTP Basic.")
@click.option("--no-browser", is_flag=True, help="Show the address instead of opening it.")
def command(
    connector: str,
    client_id: str,
    client_secret_env: str,
    scopes: tuple[str, ...],
    issuer: str,
    port: int,
    timeout: float,
    client_in_body: bool,
    no_browser: bool,
) -> None:
    """Log in to the vendor of CONNECTOR, a package like generated.salesforce, or salesforce.

    Register http://127.0.0.1:PORT/callback with the vendor. Clients that are given no credentials,
    and find none in the environment, then use the tokens of this login.
    """
    found = find_connector(connector)
    scheme = login_scheme(found, issuer)
    file = TokenFile.of(found.name)
    application = application_of(scheme, client_id, client_secret_env, os.environ)
    provider = provider_of(scheme, issuer)
    if client_in_body or provider.client_in_body:
        application = Application(application.client_id, application.client_secret, True)
    tokens = consented(
        provider,
        application,
        scopes_of(provider, scopes),
        port=port,
        seconds=timeout,
        browser=not no_browser,
    )
    with FileLock(file.lock_path):  # a client that is refreshing would write over them
        file.write(_stored(scheme, provider, application, tokens))
    click.echo(f"Logged in to {found.name}. The tokens are in {file.path}")


def _stored(
    scheme: Scheme, provider: Provider, application: Application, tokens: Tokens
) -> StoredTokens:
    return StoredTokens(
        scheme=scheme.name,
        client_id=application.client_id,
        client_secret=application.client_secret,
        client_in_body=application.in_body,
        access_token=tokens.access_token,
        expires_at=time.time() + usable_seconds(tokens),
        refresh_token=tokens.refresh_token,
        token_url=(not provider.issuer and scheme.refresh_url) or provider.token_url,
        revocation_url=provider.revocation_url,
        issuer=provider.issuer,
        scope=tokens.scope,
    )
