"""The master keys: where they come from, and what is derived from them. They are never shown."""

import binascii
import hashlib
import os
import re
import stat
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from connector_runtime.client.credentials import Confidential
from connector_runtime.errors import StoreUnusableError
from connector_runtime.store.database import parsed_url

VARIABLE = "CONNECTORS_MASTER_KEY"
"""One or several keys of 32 bytes in base64, the newest first, with commas or spaces in between."""
_SIZE = 32


class MasterKey(Confidential):
    """One master key. Its id says which it is and nothing of what it is."""

    __slots__ = ("_secret", "id")

    def __init__(self, secret: bytes) -> None:
        self._secret = secret
        self.id = hashlib.sha256(b"connector_runtime key id" + secret).hexdigest()[:16]

    def derived(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose (HKDF-SHA256)."""
        return HKDF(SHA256(), _SIZE, None, f"connector_runtime {purpose}".encode()).derive(
            self._secret
        )


class KeyRing(Confidential):
    """The master keys of a deployment: the first seals, all of them open, the last is the oldest."""

    __slots__ = ("_keys",)

    def __init__(self, secrets: Sequence[bytes]) -> None:
        if not secrets or any(len(each) != _SIZE for each in secrets):
            raise StoreUnusableError(f"A master key has {_SIZE} bytes")
        keys = [MasterKey(each) for each in secrets]
        self._keys = {each.id: each for each in keys}

    @classmethod
    def open(cls, database: str, environment: Mapping[str, str] = os.environ) -> Self:
        """The keys of the environment; without them, those of a file beside a SQLite database
        (``connectors.db.key``), which is made where there is none.

        ``database`` is its URL. Raises :class:`StoreUnusableError`.
        """
        text = environment.get(VARIABLE, "").strip()
        if text:
            return cls.from_text(text)
        url = parsed_url(database)
        if url.get_backend_name() != "sqlite" or not url.database:
            raise StoreUnusableError(
                f"No master key: set {VARIABLE} to what `openssl rand -base64 32` prints"
            )
        return cls.from_file(Path(f"{url.database}.key"))

    @classmethod
    def from_text(cls, text: str, place: str = VARIABLE) -> Self:
        """Keys as :data:`VARIABLE` has them. Raises :class:`StoreUnusableError`, which names
        ``place`` and shows nothing of the text."""
        parts = [each for each in re.split(r"[\s,]+", text) if each]
        secrets: list[bytes] = []
        for number, part in enumerate(parts, 1):
            try:
                secret = b64decode(part.translate(_STANDARD), validate=True)
            except (binascii.Error, ValueError):
                secret = b""
            if len(secret) != _SIZE or len(set(secret)) < _SIZE // 4:
                raise StoreUnusableError(
                    f"{place}: key {number} of {len(parts)} is not {_SIZE} random bytes in base64;"
                    " make one with `openssl rand -base64 32`"
                )
            secrets.append(secret)
        if not secrets:
            raise StoreUnusableError(f"{place} holds no key")
        return cls(secrets)

    @classmethod
    def from_file(cls, path: Path) -> Self:
        """The keys of a file that only its owner may read; a new one where there is none."""
        try:
            if not path.exists():
                _write_new(path)
            return cls.from_text(_read_private(path), str(path))
        except OSError as problem:
            raise StoreUnusableError(
                f"The key file {path} cannot be used: {problem.strerror or type(problem).__name__}"
            ) from None

    def __iter__(self) -> Iterator[MasterKey]:
        return iter(self._keys.values())

    @property
    def active(self) -> MasterKey:
        """The key that seals."""
        return next(iter(self._keys.values()))

    @property
    def oldest(self) -> MasterKey:
        """The key that was there first."""
        return list(self._keys.values())[-1]

    def get(self, key_id: str) -> MasterKey | None:
        """A key by its id."""
        return self._keys.get(key_id)


_STANDARD = str.maketrans("-_", "+/")


def _write_new(path: Path) -> None:
    """Whole or not at all; of two processes that make it at once, one does."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(b64encode(os.urandom(_SIZE)) + b"\n")
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
    finally:
        draft.unlink()


def _read_private(path: Path) -> str:
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise StoreUnusableError(f"The key file {path} is no file")
        if os.name == "posix" and found.st_mode & 0o077:
            raise StoreUnusableError(
                f"The key file {path} may be read by others: run chmod 600 {path}"
            )
        return file.read(1 << 16).decode("ascii", "replace")
