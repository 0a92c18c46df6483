"""The command as its user runs it: a process, files, exit codes."""

import json
from pathlib import Path

import click

from connector_generator.cli import connectorgen
from tests.e2e.commands import digest, run


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


def test_a_folder_of_somebody_else_is_not_overwritten(project: Path) -> None:
    folder = project / "generated/petstore"
    folder.mkdir(parents=True)
    (folder / "client.py").write_text("MINE = 1\n")
    refused = run(project, "build", "--formatter", "ruff")
    assert (refused.returncode, "MINE = 1" in refused.stderr) == (1, True)
    assert digest(project / "generated") == {"petstore/client.py": b"MINE = 1\n"}


def test_the_help_says_of_each_command_what_the_command_says() -> None:
    help_text = run(Path.cwd(), "--help").stdout
    for name in connectorgen.list_commands(click.Context(connectorgen)):
        command = connectorgen.get_command(click.Context(connectorgen), name)
        assert command is not None
        assert command.get_short_help_str(100) in help_text
