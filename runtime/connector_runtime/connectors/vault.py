"""Secrets at rest: each sealed with a data key of its own, which a master key wraps (AES-256-GCM).

What is sealed is bound to its place. Moved to another row, or changed in one bit, it does not open.
"""

import hashlib
import hmac
import json
import os
from dataclasses import dataclass
from typing import Any, cast

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from connector_runtime.client.credentials import Confidential
from connector_runtime.connectors.keys import KeyRing
from connector_runtime.errors import StoreUnavailableError, StoreUnusableError
from connector_runtime.store.store import Store
from connector_runtime.store.tables import KeyCheck

_FORMAT = 1
_NONCE = 12
_WRAPPED = _NONCE + 32 + 16
"""Bytes of a data key with its nonce and tag."""


class SealBrokenError(StoreUnusableError):
    """Something sealed does not open: it was changed, it stood elsewhere, or its key is gone."""

    text = "A stored secret cannot be opened"


@dataclass(frozen=True, slots=True, repr=False)
class Sealed(Confidential):
    """A secret as a database may have it."""

    key_id: str
    wrapped_key: bytes
    ciphertext: bytes


class Vault(Confidential):
    """Seals and opens with the keys of a ring.

    ``binding`` says where a secret belongs (tenant, connector, connection, version, say); only with
    the same binding it opens again.
    """

    __slots__ = ("_ring", "_wrapping")

    def __init__(self, ring: KeyRing) -> None:
        self._ring = ring
        self._wrapping = {each.id: AESGCM(each.derived("wrapping")) for each in ring}

    def seal(self, plaintext: bytes, *binding: str) -> Sealed:
        """The secret, sealed with the ring's first key."""
        key_id, data_key = self._ring.active.id, AESGCM.generate_key(256)
        place = _joined(key_id, *binding)
        wrapped = _encrypted(self._wrapping[key_id], data_key, b"key" + place)
        return Sealed(key_id, wrapped, _encrypted(AESGCM(data_key), plaintext, b"text" + place))

    def open(self, sealed: Sealed, *binding: str) -> bytes:
        """The secret. Raises :class:`SealBrokenError`."""
        wrapping = self._wrapping.get(sealed.key_id)
        if wrapping is None:
            raise SealBrokenError("A stored secret cannot be opened: its master key is not here")
        place = _joined(sealed.key_id, *binding)
        data_key = _decrypted(wrapping, sealed.wrapped_key, b"key" + place)
        return _decrypted(AESGCM(data_key), sealed.ciphertext, b"text" + place)

    def seal_json(self, value: Any, *binding: str) -> bytes:
        """A JSON value in one piece: format, key id, wrapped key, ciphertext."""
        text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        sealed = self.seal(text.encode("utf-8", "surrogatepass"), "json", *binding)
        key_id = sealed.key_id.encode("ascii")
        head = bytes((_FORMAT, len(key_id)))
        return head + key_id + sealed.wrapped_key + sealed.ciphertext

    def open_json(self, blob: bytes, *binding: str) -> Any:
        """The value that :meth:`seal_json` was given. Raises :class:`SealBrokenError`."""
        if len(blob) < 2 or blob[0] != _FORMAT:
            raise SealBrokenError
        key_end = 2 + blob[1]
        key_id = blob[2:key_end].decode("ascii", "replace")
        wrapped_key, ciphertext = blob[key_end : key_end + _WRAPPED], blob[key_end + _WRAPPED :]
        plaintext = self.open(Sealed(key_id, wrapped_key, ciphertext), "json", *binding)
        return json.loads(plaintext.decode("utf-8", "surrogatepass"))

    def audit_key(self) -> bytes:
        """The key of the audit chains: 32 bytes, the same as long as the oldest master key stays."""
        return self._ring.oldest.derived("audit")

    def check(self, store: Store) -> None:
        """Remember the ring's keys in a new database, and compare them in one that knows some.

        Raises :class:`StoreUnusableError` where it was written with a key that is not in the ring:
        before anything is sealed with another one.
        """
        ours = {each.id: _check_of(each.derived("check")) for each in self._ring}
        known = _known(store)
        for key_id, check in known.items():
            if not hmac.compare_digest(ours.get(key_id, ""), check):
                raise StoreUnusableError(
                    f"Database cannot be used: it was written with the master key {key_id}, which"
                    " is not the one given; give that key, after the new one if there is one"
                )
        new = {key_id: check for key_id, check in ours.items() if key_id not in known}
        if new:
            _remember(store, new)


def _check_of(key: bytes) -> str:
    return hmac.new(key, b"connector_runtime", hashlib.sha256).hexdigest()


def _known(store: Store) -> dict[str, str]:
    with store.reading() as connection:
        rows = connection.execute(KeyCheck.__table__.select())
        return {str(row.key_id): str(row.check) for row in rows}


def _remember(store: Store, checks: dict[str, str]) -> None:
    rows = [{"key_id": key_id, "check": check} for key_id, check in checks.items()]
    try:
        with store.writing() as connection:
            connection.execute(cast("Any", KeyCheck.__table__).insert(), rows)
    except StoreUnavailableError:
        # Another process that starts at the same time may have written the same rows.
        known = _known(store)
        if any(known.get(key_id) != check for key_id, check in checks.items()):
            raise


def _joined(*parts: str) -> bytes:
    """The parts in one piece, in a way that no other parts are joined to."""
    encoded = [each.encode("utf-8", "surrogatepass") for each in parts]
    return b"".join(len(each).to_bytes(4, "big") + each for each in encoded)


def _encrypted(cipher: AESGCM, plaintext: bytes, place: bytes) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + cipher.encrypt(nonce, plaintext, place)


def _decrypted(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes:
    try:
        return cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], place)
    except (InvalidTag, ValueError):
        raise SealBrokenError from None
