"""The command as its user runs it: a process, files, exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SPECS = Path(__file__).parents[2] / "specs"
COMMAND = str(Path(sys.executable).with_name("connectorgen"))


def run(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run connectorgen in a folder."""
    return subprocess.run(
        [COMMAND, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), **environment},
    )


def digest(folder: Path) -> dict[str, bytes]:
    """Every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with the petstore's description."""
    (tmp_path / "specs").mkdir()
    text = (SPECS / "petstore.yaml").read_text(encoding="utf-8")
    (tmp_path / "specs" / "petstore.yaml").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def built(project: Path) -> Path:
    """The same, built with ruff for speed."""
    done = run(project, "build", "--formatter", "ruff")
    assert done.returncode == 0, done.stderr
    return project


def test_a_build_reports_what_it_made(built: Path) -> None:
    assert (built / "generated/petstore/client.py").exists()
    assert (built / "specs/petstore.lock").exists()
    assert "PETSTORE_API_KEY=\n" in (built / ".env.example").read_text()
    shown = run(built, "show", "petstore")
    assert "pets.create" in shown.stdout
    explained = run(built, "show", "petstore.pets.delete", "--why")
    assert "specs/petstore.yaml:" in explained.stdout
    assert "complexity" in explained.stdout


def test_an_unchanged_build_does_no_work(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    again = run(built, "build", "--formatter", "ruff")
    assert (again.returncode, again.stdout) == (0, "petstore: unchanged in generated/petstore\n")
    after = {path: path.stat().st_mtime_ns for path in built.rglob("*") if path.is_file()}
    assert {p: t for p, t in after.items() if ".cache" not in p.parts} == {
        p: t for p, t in before.items() if ".cache" not in p.parts
    }


def test_black_and_ruff_and_any_hash_seed_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    first = digest(built / "generated")
    for seed, formatter in (("1", "black"), ("2", "ruff")):
        (built / "generated/petstore/connector.json").unlink()
        done = run(built, "build", "--formatter", formatter, "--force", PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        assert digest(built / "generated") == first


def test_check_prints_the_difference_and_writes_nothing(built: Path) -> None:
    assert run(built, "build", "--check").returncode == 0
    spec = built / "specs/petstore.yaml"
    spec.write_text(spec.read_text().replace("Look at one pet.", "Look at a single pet."))
    before = digest(built / "generated")
    found = run(built, "build", "--check")
    assert found.returncode == 1
    assert "+" in found.stdout
    assert "Look at a single pet." in found.stdout
    assert digest(built / "generated") == before


def test_one_changed_operation_touches_few_files(built: Path) -> None:
    spec = built / "specs/petstore.yaml"
    spec.write_text(spec.read_text().replace("Look at one pet.", "Look at a single pet."))
    folder = built / "generated/petstore"
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")}
    assert run(built, "build", "--formatter", "ruff").returncode == 0
    changed = [path.name for path, time in before.items() if path.stat().st_mtime_ns != time]
    assert sorted(changed) == ["README.md", "connector.json", "operations.jsonl", "pets.py"]


def test_names_survive_a_new_operation(built: Path) -> None:
    before = json.loads((built / "specs/petstore.lock").read_text())["names"]["operations"]
    spec = built / "specs/petstore.yaml"
    added = (
        "paths:\n  /pets/search:\n    get:\n      operationId: listPets2\n      tags: [pets]\n"
        '      responses: {"200": {description: Found.}}\n'
    )
    spec.write_text(spec.read_text().replace("paths:\n", added, 1))
    assert run(built, "build", "--formatter", "ruff").returncode == 0
    after = json.loads((built / "specs/petstore.lock").read_text())["names"]["operations"]
    assert {key: after[key] for key in before} == before
    assert len(after) == len(before) + 1


def test_hand_edits_are_refused_and_own_files_are_kept(built: Path) -> None:
    client = built / "generated/petstore/client.py"
    own = built / "generated/petstore/custom.py"
    own.write_text("MINE = 1\n")
    edited = client.read_text() + "\n# mine\n"
    client.write_text(edited)
    refused = run(built, "build", "--formatter", "ruff")
    assert refused.returncode == 1
    assert "# mine" in refused.stderr
    assert client.read_text() == edited
    assert run(built, "build", "--formatter", "ruff", "--force").returncode == 0
    assert "# mine" not in client.read_text()
    assert own.read_text() == "MINE = 1\n"


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("empty.yaml", "", "empty"),
        ("broken.yaml", "openapi: 3.1.0\ninfo: [unclosed\n", "broken.yaml:"),
        ("other.yaml", "hello: world\n", "openapi"),
        ("twice.yaml", "openapi: 3.1.0\ninfo: {}\ninfo: {}\n", "twice.yaml:3:1"),
        ("deep.json", "[" * 50_000 + "]" * 50_000, "deep"),
        (
            "missing.yaml",
            'openapi: 3.1.0\ninfo: {title: t, version: "1"}\npaths:\n  /a: {$ref: gone.yaml}\n',
            "gone.yaml",
        ),
    ],
)
def test_bad_input_is_one_screen_and_exit_code_two(
    tmp_path: Path, name: str, text: str, said: str
) -> None:
    (tmp_path / name).write_text(text)
    done = run(tmp_path, "build", name)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) < 25
    assert not (tmp_path / "generated").exists()


def test_a_missing_spec_and_an_output_that_is_a_file(project: Path) -> None:
    missing = run(project, "build", "specs/petstor.yaml")
    assert (missing.returncode, "Traceback" in missing.stderr) == (2, False)
    (project / "taken").write_text("")
    taken = run(project, "build", "-o", "taken")
    assert taken.returncode == 2
    assert "taken" in taken.stderr


def test_an_overlay_that_matches_nothing_is_bad_input(built: Path) -> None:
    before = digest(built / "generated")
    (built / "specs/petstore.overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
        "actions:\n  - {target: $.paths['/nothing'], remove: true}\n"
    )
    done = run(built, "build", "--formatter", "ruff")
    assert done.returncode == 2
    assert "petstore.overlay.yaml" in done.stderr
    assert digest(built / "generated") == before


def test_two_specs_of_one_name_are_refused(built: Path) -> None:
    text = (built / "specs/petstore.yaml").read_text()
    (built / "specs/other.yaml").write_text(
        text.replace("info:\n", "x-connector-name: petstore\ninfo:\n", 1)
    )
    done = run(built, "build", "--formatter", "ruff")
    assert done.returncode == 2
    assert "petstore" in done.stderr


def test_init_creates_what_is_missing_and_keeps_the_rest(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("mine\n")
    done = run(tmp_path, "init")
    assert done.returncode == 0
    assert (tmp_path / ".gitignore").read_text() == "mine\n"
    assert (tmp_path / ".github/workflows/connectors.yml").exists()


def test_doctor_finds_a_stale_build(built: Path) -> None:
    assert run(built, "doctor").returncode == 0
    spec = built / "specs/petstore.yaml"
    spec.write_text(spec.read_text() + "# changed\n")
    found = run(built, "doctor")
    assert found.returncode == 1
    assert "stale" in found.stdout
