"""The tokens of ``connectors login`` as a client uses them: refreshed, and written back."""

import logging
from dataclasses import replace

from connector_runtime.client.auth.file_lock import FileLock
from connector_runtime.client.auth.token_file import StoredTokens, TokenFile
from connector_runtime.client.clock import Clock
from connector_runtime.client.credentials import OAuth2RefreshToken
from connector_runtime.client.errors import CredentialsMissingError

_log = logging.getLogger("connector_runtime.client")


class StoredGrant(OAuth2RefreshToken):
    """A grant whose tokens are in a file, which other processes may refresh as well."""

    __slots__ = ("_clock", "_file", "_refused", "_stored")

    def __init__(self, file: TokenFile, tokens: StoredTokens, clock: Clock) -> None:
        super().__init__(
            tokens.refresh_token,
            tokens.client_id,
            tokens.client_secret,
            token_url=tokens.token_url,
            client_authentication="body" if tokens.client_in_body else "basic",
        )
        self._file = file
        self._clock = clock
        self._refused = ""
        self._stored = tokens
        self.lock = FileLock(file.lock_path)
        self._adopt(tokens)

    @property
    def advice(self) -> str:
        """Log in again."""
        return f"run connectors login {self._file.connector}"

    def token(self, now: float) -> str:
        """The access token, while it is valid; another process may have written a newer one."""
        token = super().token(now)
        if token:
            return token
        tokens = self._file.read()
        if tokens is None:
            self._refresh_token = ""  # somebody logged out: this client does so too
        elif tokens != self._stored:
            self._adopt(tokens)
        return super().token(now)

    def forget(self, access_token: str) -> None:
        """The vendor refused this token: the file's is not taken again while it is the same."""
        self._refused = access_token
        super().forget(access_token)

    def form(self) -> dict[str, str]:
        """Grant type and refresh token. Raises :class:`CredentialsMissingError` without one."""
        if not self._refresh_token:
            raise CredentialsMissingError(f"the login is over: {self.advice}")
        return super().form()

    def remember(self, access_token: str, expires_at: float, refresh_token: str = "") -> None:
        """Keep tokens that were fetched, in the file too; ``expires_at`` is monotonic."""
        super().remember(access_token, expires_at, refresh_token)
        self._stored = replace(
            self._stored,
            access_token=access_token,
            expires_at=self._clock.time() + expires_at - self._clock.monotonic(),
            refresh_token=self._refresh_token,
        )
        try:
            self._file.write(self._stored)
        except OSError as problem:
            # The call itself has its token; only the next process will miss it.
            _log.warning("%s cannot be written: %s", self._file.path, problem.strerror)

    def _adopt(self, tokens: StoredTokens) -> None:
        self._stored = tokens
        self._refresh_token = tokens.refresh_token
        if tokens.access_token != self._refused:
            left = tokens.expires_at - self._clock.time()
            self._access_token = tokens.access_token
            self._expires_at = self._clock.monotonic() + left
