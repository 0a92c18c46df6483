"""The lock: where it lies, and that it is never half there."""

from pathlib import Path

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.emit.lock import lock_path, lock_text, read_lock, write_lock


def test_the_lock_lies_beside_a_spec_in_specs_else_in_the_output(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    output = tmp_path / "generated"
    inside = str(tmp_path / "specs" / "acme.yaml")
    assert lock_path("acme", inside, output) == tmp_path / "specs" / "acme.lock"
    for spec in (str(tmp_path / "acme.yaml"), "https://acme.example/specs/openapi.json", "stripe"):
        assert lock_path("acme", spec, output) == output / "acme.lock"


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "acme.lock"
    assert read_lock(path) == {}
    write_lock(path, lock_text({"acme.yaml": "1f"}, {"types": {"Größe": "Size"}}))
    assert read_lock(path)["names"] == {"types": {"Größe": "Size"}}
    assert [each.name for each in tmp_path.iterdir()] == ["acme.lock"]


def test_a_lock_that_says_the_same_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "acme.lock"
    write_lock(path, lock_text({}, {}))
    before = path.stat()
    write_lock(path, lock_text({}, {}))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("text", ["", "<<<<<<< ours\n", "[]", '{"version": 2}', '{"names": {}}'])
def test_a_lock_that_cannot_be_read_is_never_taken_for_an_empty_one(
    tmp_path: Path, text: str
) -> None:
    (tmp_path / "acme.lock").write_text(text)
    with pytest.raises(InputError) as caught:
        read_lock(tmp_path / "acme.lock")
    assert "version control" in caught.value.help
