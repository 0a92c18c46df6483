"""OLD and NEW as users give them: files, folders, revisions of git, and built connectors."""

import subprocess
from pathlib import Path

import pytest

from connector_generator.diagnostics import InputError
from connector_generator.drift import Drift, compare, read_new, read_old
from connector_generator.drift.revisions import is_revision

SPEC = """openapi: 3.1.0
info: {title: Pets, version: "1"}
paths:
  /pets:
    get:
      operationId: listPets
      responses: {"200": {description: d, content: {application/json: {schema: SCHEMA}}}}
"""
TEXT, NUMBER = "{type: string}", "{type: integer}"
OUTPUT = Path("generated")


def _git(folder: Path, *command: str) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *command], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose last commit has text where the working folder has numbers."""
    (tmp_path / "specs").mkdir()
    spec = tmp_path / "specs/pets.yaml"
    spec.write_text(SPEC.replace("SCHEMA", TEXT))
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-q", "-m", "first")
    spec.write_text(SPEC.replace("SCHEMA", NUMBER))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _diff(old: str, new: str) -> Drift:
    before, built = read_old(old, OUTPUT, None)
    return compare(before, read_new(new, OUTPUT, None, before, built))


def _refused(old: str, new: str = "specs/pets.yaml") -> str:
    with pytest.raises(InputError) as refusal:
        _diff(old, new)
    assert "/tmp" not in refusal.value.message
    return refusal.value.code


def test_a_revision_and_a_file(repository: Path) -> None:
    (found,) = _diff("HEAD:specs/pets.yaml", "specs/pets.yaml").findings
    assert found.id == "response-body-type-changed"
    assert found.old is not None
    assert found.new is not None
    assert (found.old.file, found.old.line) == ("HEAD:specs/pets.yaml", 7)
    assert (found.new.file, found.new.line) == ("specs/pets.yaml", 7)


def test_two_revisions_and_a_path_from_here(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _git(repository, "commit", "-q", "-a", "-m", "second")
    monkeypatch.chdir(repository / "specs")
    assert len(_diff("HEAD~1:./pets.yaml", "HEAD:specs/pets.yaml").findings) == 1


def test_a_revision_of_several_files_and_of_a_folder(repository: Path) -> None:
    (repository / "specs/schema.yaml").write_text("type: string\n")
    (repository / "specs/pets.yaml").write_text(SPEC.replace("SCHEMA", "{$ref: schema.yaml}"))
    _git(repository, "add", ".")
    _git(repository, "commit", "-q", "-m", "second")
    (repository / "specs/schema.yaml").write_text("type: integer\n")
    for old, new in (("HEAD:specs/pets.yaml", "specs/pets.yaml"), ("HEAD:specs", "specs")):
        (found,) = _diff(old, new).findings
        assert found.id == "response-body-type-changed"
        assert found.old is not None
        assert found.old.file == "HEAD:specs/schema.yaml"


def test_a_revision_with_its_overlay_and_its_lock(repository: Path) -> None:
    (repository / "specs/pets.overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\nactions:\n"
        "  - {target: '$.paths[\"/pets\"].get', update: {deprecated: true}}\n"
    )
    (repository / "specs/pets.lock").write_text('{"version": 1, "names": {}}')
    _git(repository, "add", ".")
    _git(repository, "commit", "-q", "-m", "second")
    (repository / "specs/pets.overlay.yaml").unlink()
    assert [each.id for each in _diff("HEAD:specs/pets.yaml", "specs/pets.yaml").findings] == [
        "endpoint-reactivated"
    ]


def test_what_git_cannot_show(repository: Path) -> None:
    assert _refused("nowhere:specs/pets.yaml") == "bad-revision"
    assert _refused("HEAD:specs/dogs.yaml") == "missing-file"
    assert _refused("--help:specs/pets.yaml") == "bad-revision"
    assert _refused("HEAD:../../etc/passwd") == "missing-file"
    (repository / "specs/other.yaml").write_text("hello: world\n")
    _git(repository, "add", ".")
    _git(repository, "commit", "-q", "-m", "second")
    assert _refused("HEAD:specs/other.yaml") == "not-openapi"


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.yaml").write_text(SPEC.replace("SCHEMA", TEXT))
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert _refused("HEAD:a.yaml", "a.yaml") == "no-repository"


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    assert _refused("HEAD:specs/pets.yaml") == "no-git"


def test_what_is_a_revision(repository: Path) -> None:
    (repository / "a:b.yaml").write_text("")
    assert is_revision("HEAD:specs/pets.yaml")
    for argument in ("specs/pets.yaml", "a:b.yaml", "https://a.example/b.yaml", ":a", "a:"):
        assert not is_revision(argument)


def test_one_argument_that_is_no_connector(repository: Path) -> None:
    before, built = read_old("specs/pets.yaml", OUTPUT, None)
    with pytest.raises(InputError) as refusal:
        read_new(None, OUTPUT, None, before, built)
    assert refusal.value.code == "nothing-to-compare"
