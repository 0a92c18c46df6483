"""Steps that tests of authorization share."""

import asyncio
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from email.message import Message
from types import ModuleType
from typing import Any
from urllib.parse import parse_qs, urlsplit

from connector_runtime.client.auth.authorization import Consent, ask_consent, exchange
from connector_runtime.client.auth.discovery import Provider, discover
from connector_runtime.client.auth.endpoints import Application, Tokens
from connector_runtime.client.auth.token_file import StoredTokens
from connector_runtime.client.auth.tokens import usable_seconds
from connector_runtime.client.effects import Effects
from connector_runtime.client.http.senders import async_sender, blocking_sender
from connector_runtime.client.shells import drive, drive_async
from tests.runtime.client.auth.authorization_server import OPENID, AuthorizationServer
from tests.runtime.client.auth.grants import CLIENT_SECRET
from tests.runtime.client.drivers import Driver
from tests.runtime.client.packages import Make, operation

REDIRECT = "http://127.0.0.1:9/callback"
PUBLIC = Application("public")
CONFIDENTIAL = Application("confidential", CLIENT_SECRET)


def within(seconds: float = 10.0) -> float:
    """A deadline."""
    return time.monotonic() + seconds


def told(driver: Driver, effects: Effects[Any]) -> Any:
    """What effects end with, by the driver's kind of shell."""
    if not driver.prefix:
        sender = blocking_sender({})
        try:
            return drive(effects, sender)
        finally:
            sender.close()

    async def work() -> Any:
        sender = async_sender({})
        try:
            return await drive_async(effects, sender)
        finally:
            await sender.aclose()

    return asyncio.run(work())


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self, req: Any, fp: Any, code: int, msg: str, headers: Message, newurl: str
    ) -> None:
        return None


def visited(url: str) -> str:
    """Where the authorization server sends the user's browser; empty where it does not."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect)
    try:
        with opener.open(url):
            return ""
    except urllib.error.HTTPError as answer:
        with answer:
            return answer.headers.get("Location", "")


def answered(consent: Consent) -> str:
    """The query with which the user comes back."""
    return urlsplit(visited(consent.url)).query


def consent_of(driver: Driver, server: AuthorizationServer, client: str = "public") -> Consent:
    """A question to a server that is discovered."""
    provider: Provider = told(driver, discover(server.url, within()))
    return ask_consent(provider, client, REDIRECT, ["read"])


def login(driver: Driver, server: AuthorizationServer, application: Application = PUBLIC) -> Tokens:
    """Tokens by a consent, without the command."""
    consent = consent_of(driver, server, application.client_id)
    code = parse_qs(answered(consent))["code"][0]
    tokens: Tokens = told(driver, exchange(consent, code, application, within()))
    return tokens


def stored(
    server: AuthorizationServer,
    tokens: Tokens,
    application: Application = PUBLIC,
    **changes: Any,
) -> StoredTokens:
    """What the command keeps of a login to ``acme``."""
    fields: dict[str, Any] = {
        "scheme": "login",
        "client_id": application.client_id,
        "client_secret": application.client_secret,
        "access_token": tokens.access_token,
        "refresh_token": tokens.refresh_token,
        "expires_at": time.time() + usable_seconds(tokens),
        "token_url": f"{server.url}/token",
        "revocation_url": f"{server.url}/revoke",
    }
    return StoredTokens(**{**fields, **changes})


def openid_scheme(server: AuthorizationServer) -> dict[str, Any]:
    """A security scheme whose description names the server's metadata."""
    url = f"{server.url}{OPENID}"
    return {"name": "login", "python": "login", "kind": "openIdConnect", "openid_url": url}


def oauth_scheme(server: AuthorizationServer) -> dict[str, Any]:
    """A security scheme whose description names the endpoints."""
    return {
        "name": "login",
        "python": "login",
        "kind": "oauth2",
        "authorization_url": f"{server.url}/authorize",
        "token_url": f"{server.url}/token",
    }


def shop(acme: Make, scheme: dict[str, Any]) -> ModuleType:
    """The package ``acme``, whose one operation needs the scheme."""
    name = str(scheme["name"])
    return acme(operation("get_things"), security_schemes=[scheme], security=[[name]])


def every_text(value: object) -> str:
    """All that a print, a log line or a debugger's view of a value would say."""
    shown: list[Callable[[object], str]] = [repr, str, "{}".format]
    return " ".join(show(value) for show in shown)
