"""Where the tokens of ``connectors login`` are kept: one file per connector, for its user alone."""

import json
import os
import re
import stat
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, NamedTuple, cast

from connector_runtime.client.credentials import Confidential
from connector_runtime.client.errors import ConfigurationError

HOME_VARIABLE = "CONNECTORS_CONFIG_HOME"
"""The environment variable that replaces the platform's folder for settings."""
FORMAT = 1
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class StoredTokens(Confidential):
    """What a login gave, and what refreshing and revoking it needs."""

    scheme: str
    """The security scheme they are for, by its name in the description."""
    client_id: str
    access_token: str
    expires_at: float
    """Seconds since 1970 from which the access token is no longer used."""
    token_url: str
    refresh_token: str = ""
    client_secret: str = ""
    client_in_body: bool = False
    revocation_url: str = ""
    issuer: str = ""
    scope: str = ""


class TokenFile(NamedTuple):
    """The file of one connector; a value, it is only opened when it is read or written."""

    connector: str
    folder: str

    @classmethod
    def of(cls, connector: str, environment: Mapping[str, str] = os.environ) -> "TokenFile":
        """The file of a connector of this name. Raises :class:`ConfigurationError`."""
        if not _NAME.fullmatch(connector):
            raise ConfigurationError(f"{connector!r} is not the name of a connector")
        return cls(connector, os.path.join(config_home(environment, sys.platform), "connectors"))

    @property
    def path(self) -> str:
        """The file."""
        return os.path.join(self.folder, f"{self.connector}.json")

    @property
    def lock_path(self) -> str:
        """The file that whoever replaces the tokens holds a lock on."""
        return os.path.join(self.folder, f".{self.connector}.lock")

    def read(self) -> StoredTokens | None:
        """The tokens; None where nobody is logged in.

        Raises :class:`ConfigurationError` where others can read the file too, or it is damaged.
        """
        try:
            content = _read_private(self.path)
        except FileNotFoundError:
            return None
        except OSError as problem:
            raise ConfigurationError(f"{self.path}: {problem.strerror}") from None
        try:
            return _from_json(json.loads(content))
        except (ValueError, TypeError, KeyError):
            raise ConfigurationError(
                f"{self.path} holds no tokens: run connectors login {self.connector}"
            ) from None

    def write(self, tokens: StoredTokens) -> None:
        """Replace the file at once (mode 0600, folder 0700): readers see all of it or the old one.

        Raises ``OSError``.
        """
        _make_private(self.folder)
        document = {"format": FORMAT, "connector": self.connector, **asdict(tokens)}
        _replace(self.folder, self.path, json.dumps(document, indent=2).encode())

    def delete(self) -> bool:
        """Whether there was a file. Raises ``OSError``."""
        try:
            os.unlink(self.path)
        except FileNotFoundError:
            return False
        return True


def config_home(environment: Mapping[str, str], platform: str) -> str:
    """The folder of a user's settings on a platform (``sys.platform``)."""
    given = environment.get(HOME_VARIABLE, "")
    if given:
        return os.path.abspath(given)
    if platform == "win32" and environment.get("APPDATA"):
        return environment["APPDATA"]
    home = os.path.expanduser("~")
    if platform == "darwin":
        return os.path.join(home, "Library", "Application Support")
    xdg = environment.get("XDG_CONFIG_HOME", "")
    # A relative path there is to be ignored (XDG Base Directory Specification).
    return xdg if os.path.isabs(xdg) else os.path.join(home, ".config")


def _read_private(path: str) -> bytes:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with open(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if os.name == "posix" and (status.st_mode & 0o077 or status.st_uid != os.geteuid()):
            mode = stat.S_IMODE(status.st_mode)
            raise ConfigurationError(
                f"{path} (mode {mode:04o}) may be read or written by others than you: it is not"
                f" used. Make it yours, and chmod 600 it; better, log in again"
            )
        return file.read()


def _make_private(folder: str) -> None:
    os.makedirs(folder, mode=0o700, exist_ok=True)
    if os.name == "posix" and os.stat(folder).st_mode & 0o077:
        os.chmod(folder, 0o700)


def _replace(folder: str, path: str, content: bytes) -> None:
    import tempfile  # nobody who only reads needs it

    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".tokens-")  # its mode is 0600
    try:
        with open(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
    _sync_folder(folder)


def _sync_folder(folder: str) -> None:
    """Make the new name last: a rotated refresh token that is lost with the power is a login lost."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _from_json(document: Any) -> StoredTokens:
    values = cast("dict[str, Any]", document)
    if values["format"] != FORMAT:
        raise ValueError(values["format"])
    known = {each.name: values[each.name] for each in fields(StoredTokens)}
    for name, value in known.items():
        kinds = {"expires_at": (int, float), "client_in_body": (bool,)}.get(name, (str,))
        if not isinstance(value, kinds):
            raise TypeError(name)
    return StoredTokens(**known)
