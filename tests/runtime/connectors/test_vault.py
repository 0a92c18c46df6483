"""Sealed secrets: they open where they belong, and nowhere else."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connector_runtime.connectors.keys import KeyRing
from connector_runtime.connectors.vault import SealBrokenError, Sealed, Vault
from connector_runtime.errors import StoreUnusableError
from connector_runtime.store.store import Store
from connector_runtime.store.tables import KeyCheck

_OLD, _NEW = bytes(range(32)), bytes(range(100, 132))
_PLACE = ("tenant", "slack", "c1", "1")
_VAULT = Vault(KeyRing([_OLD]))


@given(st.binary(), st.lists(st.text()))
def test_what_was_sealed_opens(secret: bytes, place: list[str]) -> None:
    sealed = _VAULT.seal(secret, *place)

    assert _VAULT.open(sealed, *place) == secret
    assert secret == b"" or len(secret) < 4 or secret not in sealed.ciphertext


@pytest.mark.parametrize(
    "place",
    [
        ("other", "slack", "c1", "1"),
        ("tenant", "stripe", "c1", "1"),
        ("tenant", "slack", "c2", "1"),
        ("tenant", "slack", "c1", "2"),
        ("tenantslack", "", "c1", "1"),
        ("tenant", "slackc1", "", "1"),
        ("tenant|slack", "c1", "1"),
        _PLACE[:3],
        (*_PLACE, ""),
    ],
)
def test_it_does_not_open_elsewhere(place: tuple[str, ...]) -> None:
    sealed = _VAULT.seal(b"token", *_PLACE)
    blob = _VAULT.seal_json("token", *_PLACE)

    with pytest.raises(SealBrokenError):
        _VAULT.open(sealed, *place)
    with pytest.raises(SealBrokenError):
        _VAULT.open_json(blob, *place)


def test_a_changed_bit_breaks_the_seal() -> None:
    sealed = _VAULT.seal(b"token", *_PLACE)
    other = _VAULT.seal(b"other", *_PLACE)
    for at in range(len(sealed.wrapped_key)):
        changed = Sealed(sealed.key_id, _flipped(sealed.wrapped_key, at), sealed.ciphertext)
        with pytest.raises(SealBrokenError):
            _VAULT.open(changed, *_PLACE)
    for at in range(len(sealed.ciphertext)):
        changed = Sealed(sealed.key_id, sealed.wrapped_key, _flipped(sealed.ciphertext, at))
        with pytest.raises(SealBrokenError):
            _VAULT.open(changed, *_PLACE)
    with pytest.raises(SealBrokenError):
        _VAULT.open(Sealed(sealed.key_id, sealed.wrapped_key, other.ciphertext), *_PLACE)
    with pytest.raises(SealBrokenError):
        _VAULT.open(Sealed(sealed.key_id, b"", b""), *_PLACE)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=10,
)


@given(_JSON)
def test_json_in_one_piece(value: object) -> None:
    assert _VAULT.open_json(_VAULT.seal_json(value, "a", "b"), "a", "b") == value


def test_a_piece_that_was_changed_or_cut() -> None:
    blob = _VAULT.seal_json({"token": "t"}, "a")

    assert b"token" not in blob
    for at in range(len(blob)):
        with pytest.raises(SealBrokenError):
            _VAULT.open_json(_flipped(blob, at), "a")
        with pytest.raises(SealBrokenError):
            _VAULT.open_json(blob[:at], "a")


def test_the_same_secret_is_never_sealed_alike() -> None:
    pieces = {_VAULT.seal_json("x", "a") for _ in range(100)}
    wrapped = {_VAULT.seal(b"x", "a").wrapped_key for _ in range(100)}

    assert (len(pieces), len(wrapped)) == (100, 100)


def test_a_new_key_seals_and_the_old_one_still_opens() -> None:
    before = _VAULT.seal_json("x", "a")
    rotated = Vault(KeyRing([_NEW, _OLD]))

    assert rotated.open_json(before, "a") == "x"
    assert rotated.audit_key() == _VAULT.audit_key()
    assert len(rotated.audit_key()) == 32
    with pytest.raises(SealBrokenError, match="master key is not here"):
        _VAULT.open_json(rotated.seal_json("x", "a"), "a")


def test_nothing_of_it_is_shown_or_pickled() -> None:
    sealed = _VAULT.seal(b"token", "a")

    assert (repr(_VAULT), repr(sealed)) == ("Vault(...)", "Sealed(...)")
    for each in (_VAULT, sealed):
        with pytest.raises(TypeError, match="holds secrets"):
            pickle.dumps(each)


def test_a_database_remembers_its_keys(any_store: Store) -> None:
    _VAULT.check(any_store)
    _VAULT.check(any_store)
    foreign = Vault(KeyRing([_NEW]))

    with pytest.raises(StoreUnusableError, match="Database cannot be used") as caught:
        foreign.check(any_store)
    assert next(iter(KeyRing([_OLD]))).id in str(caught.value)
    Vault(KeyRing([_NEW, _OLD])).check(any_store)
    with pytest.raises(StoreUnusableError):
        _VAULT.check(any_store)


def test_a_check_that_was_changed(store: Store) -> None:
    _VAULT.check(store)
    with store.writing() as connection:
        connection.execute(KeyCheck.__table__.update().values(check="0" * 64))  # type: ignore[attr-defined]

    with pytest.raises(StoreUnusableError):
        _VAULT.check(store)


def _flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes((data[at] ^ 1,)) + data[at + 1 :]
