"""From a client's credentials to what each request carries."""

from collections.abc import Callable
from functools import partial
from typing import Any, cast

from connector_runtime.client.auth.choice import Choice, choose
from connector_runtime.client.auth.schemes import Requirement, Scheme
from connector_runtime.client.auth.signature import UNSIGNED, Signature, joined, sign, sign_later
from connector_runtime.client.auth.wallet import environment_wallet, given_wallet
from connector_runtime.client.clock import Clock
from connector_runtime.client.credentials import (
    CredentialProvider,
    CredentialsInput,
    OAuth2Grant,
    OAuth2RefreshToken,
    RequestSigner,
)
from connector_runtime.client.effects import Ask, Effects
from connector_runtime.client.errors import ConfigurationError


class Authoriser:
    """The credentials of one client, ready to sign its requests."""

    def __init__(
        self,
        credentials: CredentialsInput | None,
        *,
        clock: Clock,
        certificate: bool = False,
        allow_http: bool = False,
    ) -> None:
        self._provider = credentials if isinstance(credentials, CredentialProvider) else None
        self._ask = credentials if callable(credentials) else None
        if self._provider is not None:
            self._ask = self._provider.credentials
        self._clock = clock
        self._certificate = certificate
        self._allow_http = allow_http
        self._wallet = None if self._ask is not None else _wallet(credentials, clock)
        self._token_urls: dict[str, str] = {}
        """Found out from providers' metadata, by its URL."""
        self._static: dict[tuple[tuple[Requirement, ...], frozenset[str]], Signature] = {}

    def __repr__(self) -> str:
        return "Authoriser(...)"

    def signature(
        self,
        requirements: tuple[Requirement, ...],
        headers: frozenset[str],
        ends_at: float,
    ) -> Effects[Signature]:
        """What to put into the next request. Raises CredentialsMissingError before anything is
        sent; ``headers`` are those the caller writes, in lower case."""
        if not requirements:
            return UNSIGNED
        known = self._static.get((requirements, headers))
        if known is not None:
            return known
        wallet, given = self._wallet, None
        if wallet is None:
            given = yield Ask(cast("Callable[[], Any]", self._ask))
            wallet = _wallet(given, self._clock)
        choice = choose(requirements, wallet, certificate=self._certificate, headers=headers)
        signature = yield from self._signed(choice, ends_at)
        if self._wallet is not None and all(
            isinstance(each, str | tuple) for each in choice.secrets
        ):
            self._static[requirements, headers] = signature
        if self._provider is not None:
            signature = signature._replace(provided=(self._provider, given))
        return signature

    def _signed(self, choice: Choice, ends_at: float) -> Effects[Signature]:
        parts: list[Signature] = []
        for scheme, secret in zip(choice.schemes, choice.secrets, strict=True):
            part = yield from self._one(scheme, secret, ends_at)
            parts.append(part)
        return joined(parts) if parts else UNSIGNED

    def _one(self, scheme: Scheme, secret: Any, ends_at: float) -> Effects[Signature]:
        if callable(secret):
            secret = yield Ask(secret)
        if isinstance(secret, OAuth2Grant):
            from connector_runtime.client.auth.tokens import access_token

            find_url = partial(self._token_url, scheme, secret, ends_at)
            token = yield from access_token(
                secret, find_url, self._clock, ends_at, allow_http=self._allow_http
            )
            return sign(scheme, token)._replace(tokens=((secret, token),))
        if not isinstance(secret, str | tuple):
            if isinstance(secret, RequestSigner):
                return sign_later(secret, self._clock)
            raise ConfigurationError(
                f"the secret for {scheme.python} is a {type(secret).__name__}, not a text"
            )
        return sign(scheme, cast("str | tuple[str, str]", secret))

    def _token_url(self, scheme: Scheme, grant: OAuth2Grant, ends_at: float) -> Effects[str]:
        """Where the description, or the metadata that it names, has tokens fetched."""
        if scheme.refresh_url and isinstance(grant, OAuth2RefreshToken):
            return scheme.refresh_url
        if scheme.token_url or not scheme.openid_url:
            return scheme.token_url
        if scheme.openid_url not in self._token_urls:
            from connector_runtime.client.auth.discovery import discover_at

            provider = yield from discover_at(
                scheme.openid_url, ends_at, allow_http=self._allow_http
            )
            self._token_urls[scheme.openid_url] = provider.token_url
        return self._token_urls[scheme.openid_url]


def _wallet(credentials: Any, clock: Clock) -> Any:
    return environment_wallet(clock=clock) if credentials is None else given_wallet(credentials)


def is_replaceable(signature: Signature) -> bool:
    """Whether there may be other credentials when the vendor refuses these."""
    return bool(signature.tokens) or signature.provided is not None


def forget(signature: Signature) -> Effects[None]:
    """The vendor refused these credentials: the next request gets others."""
    for grant, token in signature.tokens:
        grant.forget(token)
    if signature.provided is not None:
        provider, given = signature.provided
        yield Ask(partial(provider.invalidate, given))
