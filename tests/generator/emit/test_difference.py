"""What a build would change, as its user reads it."""

from pathlib import Path

from connector_generator.emit.difference import LIMIT, difference


def test_changed_added_and_removed_files(tmp_path: Path) -> None:
    (tmp_path / "same.py").write_bytes(b"same\n")
    (tmp_path / "changed.py").write_bytes(b"old\n")
    (tmp_path / "removed.py").write_bytes(b"away\n")
    files = {"same.py": b"same\n", "changed.py": b"new\n", "added.py": b"more\n"}
    shown = difference(tmp_path, files, {"files": dict.fromkeys(("same.py", "removed.py"), "")})
    assert "same" not in shown
    assert "--- changed.py (on disk)\n+++ changed.py (built)\n@@ -1 +1 @@\n-old\n+new\n" in shown
    assert "+more\n" in shown
    assert "-away\n" in shown


def test_equal_packages_have_no_difference(tmp_path: Path) -> None:
    (tmp_path / "same.py").write_bytes(b"same\n")
    assert difference(tmp_path, {"same.py": b"same\n"}, None) == ""


def test_a_long_difference_is_cut_and_says_so(tmp_path: Path) -> None:
    shown = difference(tmp_path, {"long.py": b"line\n" * (2 * LIMIT)}, None)
    assert len(shown.splitlines()) == LIMIT + 1
    assert shown.endswith(f"… {LIMIT + 3} more lines\n")


def test_bytes_that_are_no_text_can_be_compared(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"\xff\xfe\n")
    assert "+text" in difference(tmp_path, {"data": b"text\n"}, None)
