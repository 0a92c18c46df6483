"""A login from the question to the tokens: browser, redirect, exchange."""

import threading
import time
import webbrowser
from collections.abc import Callable, Sequence
from typing import TypeVar

import click

from connector_runtime.cli.receiver import Receiver
from connector_runtime.client.auth.authorization import ask_consent, code_of, exchange
from connector_runtime.client.auth.discovery import Provider, discover, discover_at
from connector_runtime.client.auth.endpoints import Application, Tokens
from connector_runtime.client.auth.schemes import Scheme
from connector_runtime.client.effects import Effects
from connector_runtime.client.errors import ConnectorError
from connector_runtime.client.http.senders import blocking_sender
from connector_runtime.client.shells import drive

_T = TypeVar("_T")
_WITHIN = 30.0
"""Seconds for a question to the authorization server itself."""


def asked(effects: Callable[[float], Effects[_T]]) -> _T:
    """Talk to the authorization server; ``effects`` are made for a deadline (monotonic seconds)."""
    sender = blocking_sender({})
    try:
        return drive(effects(time.monotonic() + _WITHIN), sender)
    finally:
        sender.close()


def provider_of(scheme: Scheme, issuer: str) -> Provider:
    """The scheme's authorization server: of ``issuer`` where one is given, else as described."""
    if issuer:
        return asked(lambda ends_at: discover(issuer, ends_at))
    if scheme.authorization_url and scheme.token_url:
        return Provider(scheme.authorization_url, scheme.token_url)
    if scheme.openid_url:
        return asked(lambda ends_at: discover_at(scheme.openid_url, ends_at))
    return Provider(scheme.authorization_url, scheme.token_url)


def scopes_of(provider: Provider, given: Sequence[str]) -> tuple[str, ...]:
    """What is asked for; by default what OpenID Connect needs for tokens that can be refreshed."""
    if given or not provider.issuer:
        return tuple(given)
    return tuple(each for each in ("openid", "offline_access") if each in provider.scopes)


def consented(
    provider: Provider,
    application: Application,
    scopes: Sequence[str],
    *,
    port: int,
    seconds: float,
    browser: bool,
) -> Tokens:
    """The tokens that a user consents to within ``seconds``. Raises what went wrong."""
    with Receiver(port) as receiver:
        consent = ask_consent(provider, application.client_id, receiver.redirect_uri, scopes)
        # Its own thread: a browser in the terminal keeps us waiting until it is left.
        threading.Thread(target=_opened, args=(consent.url, browser), daemon=True).start()
        answer = receiver.wait(seconds)
        try:
            code = code_of(consent, answer)
            tokens = asked(lambda ends_at: exchange(consent, code, application, ends_at))
        except ConnectorError as error:
            receiver.show("The login failed", str(error), failed=True)
            raise
        receiver.show("You are logged in", "You can close this page, and return to the terminal.")
        return tokens


def _opened(url: str, browser: bool) -> None:
    if not browser or not webbrowser.open(url):
        click.echo(f"Open this address in a browser of this machine:\n{url}", err=True)
