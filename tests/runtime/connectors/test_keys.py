"""Master keys: where they come from, and what is said when they cannot be used."""

import base64
import os
import pickle
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from connector_runtime.connectors.keys import KeyRing
from connector_runtime.errors import StoreUnusableError

_ONE, _TWO = base64.b64encode(bytes(range(32))).decode(), base64.b64encode(bytes(range(50, 82)))
_POSTGRES = "postgresql://nobody@127.0.0.1/nothing"


def test_of_several_keys_the_first_seals_and_the_last_is_the_oldest() -> None:
    ring = KeyRing.open(_POSTGRES, {"CONNECTORS_MASTER_KEY": f"{_ONE},\n {_TWO.decode()}"})

    first, second = ring
    assert ring.active is first
    assert ring.oldest is second
    assert ring.get(second.id) is second
    assert ring.get("no such") is None
    assert first.id != second.id
    assert first.derived("audit") != first.derived("wrapping") != second.derived("wrapping")


@pytest.mark.parametrize(
    "text",
    [
        _ONE[:-8],
        base64.b64encode(bytes(range(31))).decode(),
        base64.b64encode(bytes(range(33))).decode(),
        base64.b64encode(bytes(32)).decode(),
        "correct horse battery staple",
        "sk_live_0123456789",
        f"{_ONE},garbled!",
        "ключ",
        ",",
    ],
)
def test_a_malformed_key_is_not_shown(text: str) -> None:
    with pytest.raises(StoreUnusableError) as caught:
        KeyRing.open(_POSTGRES, {"CONNECTORS_MASTER_KEY": text})

    said = str(caught.value)
    assert "CONNECTORS_MASTER_KEY" in said
    assert not any(part and part in said for part in text.split(","))
    assert not any(
        part[at : at + 4] in said for part in text.split() for at in range(len(part) - 4)
    )


def test_nothing_of_a_ring_is_shown_or_pickled() -> None:
    ring = KeyRing.from_text(_ONE)

    assert repr(ring) == "KeyRing(...)"
    assert repr(ring.active) == "MasterKey(...)"
    for each in (ring, ring.active):
        with pytest.raises(TypeError, match="holds secrets"):
            pickle.dumps(each)


def test_beside_a_sqlite_database_a_key_is_made_once(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/connectors.db"
    with ThreadPoolExecutor(8) as pool:
        rings = list(pool.map(lambda _: KeyRing.open(url, {}), range(16)))

    assert len({ring.active.id for ring in rings}) == 1
    (file,) = tmp_path.iterdir()
    assert file.name == "connectors.db.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_key_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    KeyRing.from_file(tmp_path / "key")
    (tmp_path / "key").chmod(0o640)

    with pytest.raises(StoreUnusableError, match="chmod 600"):
        KeyRing.from_file(tmp_path / "key")


def test_a_key_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "folder" / "key")
    (tmp_path / "torn").write_text("short")
    (tmp_path / "torn").chmod(0o600)
    for path in (tmp_path / "folder", tmp_path / "no" / "such", tmp_path / "torn"):
        with pytest.raises(StoreUnusableError, match=path.name):
            KeyRing.from_file(path)
    with pytest.raises(StoreUnusableError):
        KeyRing.from_file(tmp_path / "link")
    assert sorted(os.listdir(tmp_path)) == ["folder", "link", "torn"]


def test_postgresql_needs_a_key_of_the_environment() -> None:
    with pytest.raises(StoreUnusableError, match="set CONNECTORS_MASTER_KEY"):
        KeyRing.open(_POSTGRES, {"CONNECTORS_MASTER_KEY": "  "})
