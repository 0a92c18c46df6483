"""Bad input: one screen that says what and where, exit code 2, and nothing is changed."""

import subprocess
from pathlib import Path

import pytest

from tests.e2e.commands import digest, run

HEAD = 'openapi: 3.1.0\ninfo: {title: t, version: "1"}\n'
PATHS = HEAD + "paths:\n  /a: {$ref: %s}\n"
DEEP = 50_000


def refused(done: subprocess.CompletedProcess[str], *said: str) -> bool:
    """Whether the command gave up as it should, saying all of this."""
    return (
        done.returncode == 2
        and all(each in done.stderr for each in said)
        and done.stderr.startswith("error[")
        and "Traceback" not in done.stderr
        and len(done.stderr.splitlines()) < 25
        and len(done.stderr) < 2000
        and done.stdout == ""
    )


def bomb() -> str:
    """A few hundred bytes of aliases that stand for 10^9 nodes."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 9):
        items = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{items}]")
    return HEAD + "paths: {}\nx-bomb:\n  " + "\n  ".join(lines) + "\n"


TEXTS = {
    "empty.yaml": ("", "empty"),
    "broken.yaml": ("openapi: 3.1.0\ninfo: [unclosed\n", "broken.yaml:3:1"),
    "broken.json": ('{"openapi": "3.1.0",\n "info": nope}', "broken.json:2:10"),
    "tab.yaml": ("openapi: 3.1.0\n\tinfo: {}\n", "tab.yaml:2:1"),
    "other.yaml": ("hello: world\n", "openapi"),
    "list.yaml": ("- openapi\n", "list.yaml"),
    "twice.yaml": ("openapi: 3.1.0\ninfo: {}\ninfo: {}\n", "twice.yaml:3:1"),
    "twice.json": ('{"openapi": "3.1.0",\n "info": {}, "info": {}}', "twice.json"),
    "deep.json": ("[" * DEEP + "]" * DEEP, "deep"),
    "deep.yaml": (HEAD + "x: " + "[" * DEEP + "]" * DEEP + "\n", "deep"),
    "deeper.yaml": ("{a: " * DEEP + "1" + "}" * DEEP + "\n", "deep"),
    "bomb.yaml": (bomb(), "alias"),
    "missing.yaml": (PATHS % "gone.yaml", "gone.yaml"),
    "outside.yaml": (PATHS % "../outside.yaml", "outside"),
    "absolute.yaml": (PATHS % "/etc/hostname", "hostname"),
    "host.yaml": (PATHS % "https://169.254.169.254/latest", "169.254.169.254"),
    "cycle.yaml": (
        HEAD + "paths: {}\ncomponents:\n  schemas:\n"
        "    A: {$ref: '#/components/schemas/B'}\n    B: {$ref: '#/components/schemas/A'}\n",
        "cycle",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_bad_description(tmp_path: Path, name: str) -> None:
    text, said = TEXTS[name]
    folder = tmp_path / "inner"
    folder.mkdir()
    (tmp_path / "outside.yaml").write_text("get: {}\n")
    (folder / name).write_text(text)
    assert refused(done := run(folder, "build", name), said), done
    assert not (folder / "generated").exists()


def test_a_description_that_went_bad_leaves_the_old_package(built: Path) -> None:
    spec = built / "specs/petstore.yaml"
    before = digest(built / "generated")
    for text, _ in (TEXTS["broken.yaml"], TEXTS["deep.yaml"], TEXTS["cycle.yaml"]):
        spec.write_text(text)
        assert refused(done := run(built, "build"), "petstore.yaml"), done
        assert digest(built / "generated") == before


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "large.yaml").open("wb") as file:
        file.write(HEAD.encode())
        file.truncate(100 * 1024 * 1024 + 1)
    assert refused(done := run(tmp_path, "build", "large.yaml"), "large.yaml", "MiB"), done


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "image.yaml").write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff\xfe")
    assert refused(done := run(tmp_path, "build", "image.yaml"), "image.yaml"), done


def test_a_missing_file_and_a_folder_without_a_document(project: Path) -> None:
    done = run(project, "build", "specs/petstor.yaml")
    assert refused(done, "specs/petstor.yaml"), done
    (project / "parts").mkdir()
    (project / "parts/pet.yaml").write_text("type: object\n")
    assert refused(done := run(project, "build", "parts"), "parts"), done


def test_no_folder_of_descriptions_and_an_empty_one(tmp_path: Path) -> None:
    assert refused(done := run(tmp_path, "build"), "specs", "connectorgen init"), done
    (tmp_path / "specs").mkdir()
    assert refused(done := run(tmp_path, "build"), "specs", "empty"), done


@pytest.mark.parametrize("output", ["taken", "taken/below", "generated"])
def test_an_output_folder_that_is_a_file(project: Path, output: str) -> None:
    taken = project / output.partition("/")[0]
    taken.write_text("mine")
    done = run(project, "build", "-o", output)
    assert refused(done, taken.name, "-o"), done
    assert taken.read_text() == "mine"


def test_a_file_in_the_place_of_the_package(project: Path) -> None:
    (project / "generated").mkdir()
    (project / "generated/petstore").write_text("mine")
    assert refused(done := run(project, "build"), "generated/petstore"), done
    assert digest(project / "generated") == {"petstore": b"mine"}


def test_a_folder_in_the_place_of_the_lock(built: Path) -> None:
    before = digest(built / "generated")
    (built / "specs/petstore.lock").unlink()
    (built / "specs/petstore.lock").mkdir()
    assert refused(done := run(built, "build"), "petstore.lock"), done
    assert digest(built / "generated") == before


def test_an_overlay_that_matches_nothing(built: Path) -> None:
    before = digest(built / "generated")
    (built / "specs/petstore.overlay.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: t, version: '1'}\n"
        "actions:\n  - {target: \"$.paths['/nothing']\", remove: true}\n"
    )
    done = run(built, "build", "specs/petstore.yaml")
    assert refused(done, "petstore.overlay.yaml:4:", "$.paths['/nothing']"), done
    assert digest(built / "generated") == before


def test_two_descriptions_of_one_name(built: Path) -> None:
    text = (built / "specs/petstore.yaml").read_text()
    named = text.replace("info:\n", "x-connector-name: petstore\ninfo:\n", 1)
    (built / "specs/zoo.yaml").write_text(named)
    before = digest(built / "generated")
    done = run(built, "build", "--json")
    assert (done.returncode, "two-specs-one-name" in done.stderr) == (2, True)
    assert digest(built / "generated") == before


def test_a_selector_and_a_lock_that_cannot_be_read(built: Path) -> None:
    assert refused(done := run(built, "build", "--include", "pets"), "tag:"), done
    (built / "specs/petstore.lock").write_text("<<<<<<< ours\n")
    assert refused(done := run(built, "build"), "petstore.lock", "version control"), done
