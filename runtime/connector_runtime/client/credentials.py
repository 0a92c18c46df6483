"""What a caller gives to be recognised by a vendor. None of it is ever shown or pickled."""

import threading
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple, NoReturn, Protocol, TypeAlias, runtime_checkable

from connector_runtime.client.clock import SYSTEM_CLOCK, Clock
from connector_runtime.client.errors import ConfigurationError


class Confidential:
    """A value that is not shown and does not leave the process."""

    __slots__ = ()

    def __reduce_ex__(self, protocol: Any) -> NoReturn:
        raise TypeError(f"{type(self).__name__} holds secrets and is not pickled or copied")

    def __repr__(self) -> str:
        return f"{type(self).__name__}(...)"


class Lock(Protocol):
    """What keeps two calls from fetching the same token."""

    def acquire(self, blocking: bool = True) -> bool:
        """Take it; False when it is taken and ``blocking`` is not wanted."""
        ...

    def release(self) -> None:
        """Let the next one take it."""
        ...


class OAuth2Grant(Confidential, ABC):
    """A way to get access tokens, and the token it has now: share it to share the token."""

    __slots__ = ("_access_token", "_expires_at", "lock")

    def __init__(self) -> None:
        self._access_token = ""
        self._expires_at = 0.0
        self.lock: Lock = threading.Lock()
        """Held while a token is fetched; other calls wait for that one."""

    @property
    def advice(self) -> str:
        """What a user can do when the vendor gives no token; empty: nothing in particular."""
        return ""

    @property
    @abstractmethod
    def token_url(self) -> str:
        """Where tokens are fetched; empty: as the description says."""
        ...

    @property
    @abstractmethod
    def client(self) -> tuple[str, str]:
        """Client id and secret."""
        ...

    @property
    @abstractmethod
    def client_in_body(self) -> bool:
        """Whether the client is named in the form, and not by HTTP Basic."""
        ...

    @abstractmethod
    def form(self) -> dict[str, str]:
        """The fields of the token request (RFC 6749), without the client."""
        ...

    def token(self, now: float) -> str:
        """The access token, while it is valid; ``now`` is monotonic."""
        return self._access_token if now < self._expires_at else ""

    def remember(self, access_token: str, expires_at: float, refresh_token: str = "") -> None:
        """Keep a token that was fetched."""
        self._access_token, self._expires_at = access_token, expires_at

    def forget(self, access_token: str) -> None:
        """The vendor refused this token; one that came meanwhile is kept."""
        if access_token == self._access_token:
            self._access_token, self._expires_at = "", 0.0


ClientAuthentication: TypeAlias = Literal["basic", "body"]


class OAuth2ClientCredentials(OAuth2Grant):
    """Client id and secret of an application that acts for itself (RFC 6749, section 4.4)."""

    __slots__ = ("_client", "_in_body", "_scopes", "_token_url")

    def __init__(
        self,
        client_id: str,
        client_secret: str,
        *,
        scopes: Sequence[str] = (),
        token_url: str = "",
        client_authentication: ClientAuthentication = "basic",
    ) -> None:
        super().__init__()
        self._client = (client_id, client_secret)
        self._scopes = tuple(scopes)
        self._token_url = token_url
        self._in_body = client_authentication == "body"

    @property
    def token_url(self) -> str:
        """Where tokens are fetched; empty: as the description says."""
        return self._token_url

    @property
    def client(self) -> tuple[str, str]:
        """Client id and secret."""
        return self._client

    @property
    def client_in_body(self) -> bool:
        """Whether the client is named in the form, and not by HTTP Basic."""
        return self._in_body

    def form(self) -> dict[str, str]:
        """Grant type and scopes."""
        form = {"grant_type": "client_credentials"}
        if self._scopes:
            form["scope"] = " ".join(self._scopes)
        return form


class OAuth2RefreshToken(OAuth2ClientCredentials):
    """A user's consent, kept as a refresh token (RFC 6749, section 6).

    ``on_rotation`` is called with the new refresh token when the vendor replaces it: store it, the
    old one is then worth nothing. ``access_token`` is one that you have already; it is used for
    ``expires_in`` seconds, or until the vendor refuses it.
    """

    __slots__ = ("_on_rotation", "_refresh_token")

    def __init__(
        self,
        refresh_token: str,
        client_id: str,
        client_secret: str = "",
        *,
        token_url: str = "",
        client_authentication: ClientAuthentication = "basic",
        on_rotation: Callable[[str], object] | None = None,
        access_token: str = "",
        expires_in: float = float("inf"),
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        super().__init__(
            client_id,
            client_secret,
            token_url=token_url,
            client_authentication=client_authentication,
        )
        self._refresh_token = refresh_token
        self._on_rotation = on_rotation
        if access_token:
            self._access_token, self._expires_at = access_token, clock.monotonic() + expires_in

    def form(self) -> dict[str, str]:
        """Grant type and refresh token."""
        return {"grant_type": "refresh_token", "refresh_token": self._refresh_token}

    def remember(self, access_token: str, expires_at: float, refresh_token: str = "") -> None:
        """Keep a token that was fetched, and the refresh token that replaces ours."""
        super().remember(access_token, expires_at)
        if refresh_token and refresh_token != self._refresh_token:
            self._refresh_token = refresh_token
            if self._on_rotation is not None:
                self._on_rotation(refresh_token)


class SignableRequest(NamedTuple):
    """A request of one attempt, complete but for its signature."""

    method: str
    url: str
    """As it is sent: path and query are encoded."""
    headers: Sequence[tuple[str, str]]
    """All fields, with Host and Content-Length."""
    body: bytes | None
    """The whole body, empty where there is none; None: a stream that is read while it is sent."""
    now: float
    """Seconds since 1970 by the client's clock."""

    def __repr__(self) -> str:
        return f"SignableRequest({self.method!r}, ...)"


@runtime_checkable
class RequestSigner(Protocol):
    """A secret that signs each request, instead of being sent.

    Attribute ``header_names`` (a set, lower case), where there is one, names what it writes beside
    ``Authorization`` and must not follow a redirect to another origin.
    """

    def sign(self, request: SignableRequest) -> Mapping[str, str]:
        """Header fields to add or replace. Called for each attempt, once all others are there."""
        ...


Secret: TypeAlias = str | tuple[str, str] | OAuth2Grant | RequestSigner
"""A key or token, (user name, password), a way to get tokens, or one that signs requests."""

SecretInput: TypeAlias = Secret | Callable[[], Secret | Awaitable[Secret]]


class Credentials(Confidential):
    """Credentials by security scheme, or one secret for whichever scheme takes one.

    ``Credentials("sk_...")``, ``Credentials(basic=("user", "password"))``,
    ``Credentials(oauth=OAuth2ClientCredentials("id", "secret"))``,
    ``Credentials(aws=AWSSignatureV4("AKIA...", "secret", "eu-west-1", "execute-api"))``. A secret
    may be a function that returns it, asked at every call.
    """

    __slots__ = ("_schemes", "_secret")

    def __init__(self, secret: SecretInput | None = None, /, **schemes: SecretInput) -> None:
        if secret is None and not schemes:
            raise ConfigurationError("Credentials() holds nothing")
        self._secret = secret
        self._schemes = schemes

    @property
    def one(self) -> SecretInput | None:
        """The secret that belongs to no scheme by name."""
        return self._secret

    def of(self, *names: str) -> SecretInput | None:
        """The secret of a scheme, by any of its names."""
        return next((self._schemes[name] for name in names if name in self._schemes), None)

    @property
    def names(self) -> tuple[str, ...]:
        """The schemes that have a secret."""
        return tuple(self._schemes)

    def __repr__(self) -> str:
        return f"Credentials({', '.join(f'{name}=...' for name in self._schemes) or '...'})"


@runtime_checkable
class CredentialProvider(Protocol):
    """Something that keeps credentials, a vault say. Asked at every call; both may be coroutines."""

    def credentials(self) -> "Secret | Credentials | Awaitable[Secret] | Awaitable[Credentials]":
        """The credentials to use now."""
        ...

    def invalidate(self, refused: Any) -> object:
        """The vendor refused these credentials (401). The call is made once more with what
        ``credentials`` gives then: of many calls that are refused at once, each says so, and only
        the first may find that they are still those that are kept."""
        ...


CredentialsInput: TypeAlias = (
    Secret
    | Credentials
    | CredentialProvider
    | Callable[[], Secret | Credentials | Awaitable[Secret] | Awaitable[Credentials]]
)
"""What clients take as ``credentials``."""
