"""``connectorgen diff`` as its user runs it: what it prints, and how it ends."""

import json
import subprocess
from pathlib import Path

import pytest

from tests.e2e.commands import digest, run
from tests.e2e.test_bad_input import TEXTS, refused

LIMIT = "minimum: 1, maximum: 100"


def edited(project: Path, *replaced: tuple[str, str], to: str = "specs/new.yaml") -> str:
    """The petstore's description with other texts, as another file."""
    text = (project / "specs/petstore.yaml").read_text(encoding="utf-8")
    for before, after in replaced:
        assert before in text
        text = text.replace(before, after)
    (project / to).write_text(text, encoding="utf-8")
    return to


def place(project: Path, file: str, needle: str) -> tuple[int, int]:
    """Line and column of a text in a file."""
    text = (project / file).read_text(encoding="utf-8")
    offset = text.index(needle)
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def diff(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the command; it never ends in a traceback."""
    done = run(project, "diff", *arguments)
    assert "Traceback" not in done.stderr
    return done


def test_nothing_differs(project: Path) -> None:
    done = diff(project, "specs/petstore.yaml", "specs/petstore.yaml", "--fail-on", "any")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "specs/petstore.yaml -> specs/petstore.yaml: no difference; version: none\n"
    )


def test_what_breaks_ends_with_1(project: Path) -> None:
    new = edited(project, (LIMIT, "minimum: 1, maximum: 50"))
    done = diff(project, "specs/petstore.yaml", new)
    assert (done.returncode, done.stderr) == (1, "")
    line, column = place(project, new, "maximum: 50")
    assert done.stdout.splitlines() == [
        "specs/petstore.yaml -> specs/new.yaml: 1 breaking; version: major",
        f"breaking[request-parameter-max-decreased] specs/new.yaml:{line}:{column}:"
        " `limit`: max decreased from 100 to 50 (in the request)",
        "  code      pets.list(limit)",
        "  calls     pets.list (GET /pets)",
        "  to do     Check what you send in `limit` before the server is strict.",
    ]


def test_what_does_not_break_ends_with_0_unless_anything_counts(project: Path) -> None:
    new = edited(project, (LIMIT, "minimum: 1, maximum: 200"))
    assert diff(project, "specs/petstore.yaml", new).returncode == 0
    assert diff(project, "specs/petstore.yaml", new, "--fail-on", "any").returncode == 1


def test_formats(project: Path) -> None:
    new = edited(project, (LIMIT, "minimum: 1, maximum: 50"))
    line, column = place(project, new, "maximum: 50")
    told = json.loads(diff(project, "specs/petstore.yaml", new, "--format", "json").stdout)
    assert (told["verdict"], told["findings"][0]["new"]["line"]) == ("major", line)
    assert told["findings"][0]["operations"] == [{"request": "GET /pets", "method": "pets.list"}]
    assert diff(project, "specs/petstore.yaml", new, "--format", "github").stdout == (
        f"::error file=specs/new.yaml,line={line},col={column},title=request-parameter-max-decreased::"
        "`limit`: max decreased from 100 to 50 (in the request)."
        " Check what you send in `limit` before the server is strict.\n"
    )
    markdown = diff(project, "specs/petstore.yaml", new, "--format", "markdown").stdout
    assert markdown.startswith("## `specs/petstore.yaml` → `specs/new.yaml`\n")
    assert "Version: **major**." in markdown


def test_a_built_connector_and_what_its_description_became(built: Path) -> None:
    before = digest(built)
    assert diff(built, "petstore", "--fail-on", "any").returncode == 0
    assert digest(built) == before
    edited(
        built,
        (LIMIT, "minimum: 1, maximum: 50"),
        ("operationId: getInventory", "operationId: countPets"),
        to="specs/petstore.yaml",
    )
    done = diff(built, "petstore")
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines[0] == "generated/petstore -> specs/petstore.yaml: 1 breaking; version: major"
    told = json.loads(diff(built, "petstore", "--format", "json").stdout)["findings"][0]
    assert told["old"]["file"] == "generated/petstore/operations.jsonl"
    assert (built / told["old"]["file"]).read_text().splitlines()[told["old"]["line"] - 1].find(
        '"list_pets"'
    ) > 0


SECOND = """openapi: 3.1.0
info: {title: Vets, version: "1"}
servers: [{url: https://vets.example.com}]
paths:
  /vets:
    get:
      operationId: listVets
      parameters:
        - {name: limit, in: query, schema: {type: integer, maximum: 100}}
      responses: {"200": {description: Vets., content: {application/json: {schema: {}}}}}
"""
NOTE = """overlay: 1.0.0
info: {title: note, version: "1"}
actions: [{target: '$.paths["/vets"].get', update: {deprecated: true}}]
"""


def test_a_built_connector_of_several_descriptions(project: Path) -> None:
    (project / "specs/vets.yaml").write_text(SECOND, encoding="utf-8")
    (project / "note.overlay.yaml").write_text(NOTE, encoding="utf-8")
    specs = ("specs/petstore.yaml", "specs/vets.yaml")
    named = ("--name", "clinic", "--overlay", "note.overlay.yaml", "--formatter", "ruff")
    assert run(project, "build", *specs, *named).returncode == 0
    built = json.loads((project / "generated/clinic/connector.json").read_text())["build"]
    assert built["specs"] == list(specs)
    assert "unchanged" in run(project, "build", *specs, *named).stdout
    same = diff(project, "clinic", "--fail-on", "any")
    assert (same.returncode, same.stderr) == (0, ""), same.stdout
    assert "specs/petstore.yaml specs/vets.yaml: no difference" in same.stdout

    (project / "specs/vets.yaml").write_text(SECOND.replace("100", "50"), encoding="utf-8")
    edited(project, (LIMIT, "minimum: 1, maximum: 50"), to="specs/petstore.yaml")
    told = json.loads(diff(project, "clinic", "--format", "json").stdout)
    assert sorted((each["id"], each["new"]["file"]) for each in told["findings"]) == [
        ("request-parameter-max-decreased", "specs/petstore.yaml"),
        ("request-parameter-max-decreased", "specs/vets.yaml"),
    ]
    (project / "specs/vets.yaml").unlink()
    assert refused(diff(project, "clinic"), "specs/vets.yaml", "connectorgen diff clinic SPEC")


def test_the_overlay_and_the_selection_of_a_build_hold_for_any_new_side(project: Path) -> None:
    (project / "note.overlay.yaml").write_text(NOTE.replace("/vets", "/pets"), encoding="utf-8")
    chosen = ("--include", "path:/pets", "--overlay", "note.overlay.yaml", "--formatter", "ruff")
    assert run(project, "build", "specs/petstore.yaml", *chosen).returncode == 0
    (project / "elsewhere").mkdir()
    new = edited(project, to="elsewhere/petstore.yaml")
    assert diff(project, "petstore", new, "--fail-on", "any").returncode == 0
    who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "specs"], ["commit", "-q", "-m", "first"]):
        subprocess.run(["git", *who, *command], cwd=project, check=True, capture_output=True)
    done = diff(project, "petstore", "HEAD:specs/petstore.yaml", "--fail-on", "any")
    assert (done.returncode, done.stdout.count("no difference")) == (0, 1), done.stdout


def test_a_built_connector_and_another_description(built: Path) -> None:
    line = "        name: {type: string, minLength: 1, description: What the pet is called.}\n"
    new = edited(built, (line, ""), to="other.yaml")
    done = diff(built, "petstore", new)
    assert done.returncode == 0
    assert "warning[request-property-removed]" in done.stdout
    assert "argument vanishes: pets.create(name)" in done.stdout
    assert "; version: major\n" in done.stdout


def test_a_revision_of_git(project: Path) -> None:
    who = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run(["git", *who, *command], cwd=project, check=True, capture_output=True)
    edited(project, (LIMIT, "minimum: 1, maximum: 50"), to="specs/petstore.yaml")
    done = diff(project, "HEAD:specs/petstore.yaml", "specs/petstore.yaml")
    assert (done.returncode, done.stderr) == (1, "")
    assert "HEAD:specs/petstore.yaml -> specs/petstore.yaml: 1 breaking" in done.stdout
    assert refused(diff(project, "HEAD:specs/gone.yaml", "specs/petstore.yaml"), "specs/gone.yaml")
    assert refused(diff(project, "gone:specs/petstore.yaml", "specs/petstore.yaml"), "'gone'")


@pytest.mark.parametrize("name", TEXTS)
def test_a_bad_description(project: Path, name: str) -> None:
    text, said = TEXTS[name]
    (project / "inner").mkdir()
    (project / "outside.yaml").write_text("get: {}\n")
    (project / "inner" / name).write_text(text)
    for sides in (
        (f"inner/{name}", "specs/petstore.yaml"),
        ("specs/petstore.yaml", f"inner/{name}"),
    ):
        assert refused(done := diff(project, *sides), said), done


def test_bad_arguments(built: Path) -> None:
    assert refused(diff(built, "specs/petstor.yaml", "specs/petstore.yaml"), "specs/petstor.yaml")
    assert refused(diff(built, "specs/petstore.yaml"), "name of a built connector")
    assert diff(built).returncode == 2
    assert diff(built, "petstore", "--format", "xml").returncode == 2
    (built / "generated/petstore/operations.jsonl").write_text("<<<<<<< ours\n")
    assert refused(diff(built, "petstore"), "operations.jsonl", "build it again")
    (built / "generated/petstore/operations.jsonl").write_text("{}\n")
    assert refused(diff(built, "petstore"), "generated/petstore", "build it again")


def test_the_description_of_a_built_connector_is_gone(built: Path) -> None:
    (built / "specs/petstore.yaml").unlink()
    assert refused(
        diff(built, "petstore"), "specs/petstore.yaml", "connectorgen diff petstore SPEC"
    )
