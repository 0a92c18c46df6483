"""The file of a login: whose it is, where it is, and that it is whole."""

import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

import connector_runtime.client as runtime
from connector_runtime.client.auth.file_lock import FileLock
from connector_runtime.client.auth.token_file import StoredTokens, TokenFile, config_home
from tests.runtime.client.auth.flows import every_text

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")

TOKENS = StoredTokens(
    scheme="login",
    client_id="id",
    client_secret="secret-canary",
    access_token="access-canary",
    refresh_token="refresh-canary",
    expires_at=1.5,
    token_url="https://a.example/token",
)


@pytest.fixture
def file(tmp_path: Path) -> TokenFile:
    return TokenFile.of("acme", {"CONNECTORS_CONFIG_HOME": str(tmp_path / "new" / "home")})


def mode(path: str) -> int:
    return stat.S_IMODE(os.stat(path).st_mode)


def test_each_platform_has_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/alice")
    assert config_home({}, "linux") == "/home/alice/.config"
    assert config_home({"XDG_CONFIG_HOME": "/xdg"}, "linux") == "/xdg"
    assert config_home({"XDG_CONFIG_HOME": "relative"}, "linux") == "/home/alice/.config"
    assert config_home({}, "darwin") == "/home/alice/Library/Application Support"
    assert config_home({"APPDATA": r"C:\Users\a\AppData"}, "win32") == r"C:\Users\a\AppData"
    for platform in ("linux", "darwin", "win32"):
        assert config_home({"CONNECTORS_CONFIG_HOME": "/o", "APPDATA": "x"}, platform) == "/o"


def test_what_is_written_is_read(file: TokenFile) -> None:
    assert file.read() is None
    file.write(TOKENS)
    assert file.read() == TOKENS
    assert file.path.endswith("/new/home/connectors/acme.json")


def test_nobody_else_reads_file_or_folder(file: TokenFile) -> None:
    before = os.umask(0)
    try:
        file.write(TOKENS)
    finally:
        os.umask(before)
    assert (mode(file.path), mode(file.folder)) == (0o600, 0o700)
    os.chmod(file.folder, 0o755)
    file.write(TOKENS)
    assert mode(file.folder) == 0o700


@pytest.mark.parametrize("open_mode", [0o640, 0o604, 0o620, 0o666])
def test_a_file_that_others_can_open_is_refused(file: TokenFile, open_mode: int) -> None:
    file.write(TOKENS)
    os.chmod(file.path, open_mode)
    with pytest.raises(runtime.ConfigurationError, match=f"{open_mode:04o}"):
        file.read()


def test_a_link_is_refused(file: TokenFile, tmp_path: Path) -> None:
    file.write(TOKENS)
    os.rename(file.path, tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", file.path)
    with pytest.raises(runtime.ConfigurationError):
        file.read()


@pytest.mark.parametrize(
    "content",
    [
        "",
        "no json",
        "[]",
        "{}",
        "null",
        '{"format": 2}',
        '{"format": 1, "scheme": "login"}',
    ],
)
def test_a_damaged_file_says_what_to_do(file: TokenFile, content: str) -> None:
    file.write(TOKENS)
    Path(file.path).write_text(content)
    with pytest.raises(runtime.ConfigurationError, match="connectors login acme"):
        file.read()


@pytest.mark.parametrize("change", [{"access_token": 7}, {"expires_at": "x"}, {"scope": None}])
def test_a_member_of_another_kind_is_damage(file: TokenFile, change: dict[str, Any]) -> None:
    file.write(TOKENS)
    document = json.loads(Path(file.path).read_text())
    Path(file.path).write_text(json.dumps({**document, **change}))
    with pytest.raises(runtime.ConfigurationError, match="holds no tokens") as caught:
        file.read()
    assert "canary" not in every_text(caught.value)


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".hidden", "a.b", "a b"])
def test_names_do_not_leave_the_folder(name: str) -> None:
    with pytest.raises(runtime.ConfigurationError):
        TokenFile.of(name, {})


def test_a_write_that_fails_leaves_the_old_file(
    file: TokenFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write(TOKENS)

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        file.write(TOKENS)
    assert file.read() == TOKENS
    assert os.listdir(file.folder) == ["acme.json"]


def test_delete_says_whether_there_was_a_file(file: TokenFile) -> None:
    file.write(TOKENS)
    assert file.delete()
    assert not file.delete()


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    one, two = FileLock(str(tmp_path / "lock")), FileLock(str(tmp_path / "lock"))
    assert one.acquire(blocking=False)
    assert not one.acquire(blocking=False)
    assert not two.acquire(blocking=False)
    one.release()
    assert two.acquire()
    two.release()


def test_without_a_folder_a_lock_is_for_threads() -> None:
    lock = FileLock("/nonexistent/lock")
    assert lock.acquire(blocking=False)
    assert not lock.acquire(blocking=False)
    lock.release()
