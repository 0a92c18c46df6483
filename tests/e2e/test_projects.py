"""``build --package``: a project that can be built, installed and tested on its own."""

import os
import zipfile
from pathlib import Path

import pytest

from tests.e2e.commands import digest, python, run

BUILD = ("build", "specs/petstore.yaml", "--package", "shop", "--formatter", "ruff")


@pytest.fixture
def shop(project: Path) -> Path:
    """The folder of a project that was just made."""
    done = run(project, *BUILD)
    assert done.returncode == 0, done.stderr
    return project / "shop"


def pytest_in(folder: Path, **environment: str) -> str:
    """Run a project's own tests; what they print."""
    clean = {"PYTHONPATH": "", "PYTEST_ADDOPTS": "-p no:cacheprovider"}
    done = python(folder, "-m", "pytest", "-q", **{**clean, **environment})
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_tests_of_a_project_pass(shop: Path) -> None:
    assert "11 passed" in pytest_in(shop)
    assert "from petstore import PetstoreClient" in (shop / "src/petstore/README.md").read_text()
    assert not (shop.parent / "generated").exists()
    assert "PETSTORE_API_KEY=\n" in (shop / ".env.example").read_text()


@pytest.mark.parametrize("name", ["openai", "salesforce", "slack", "stripe"])
def test_the_tests_of_other_projects_pass(tmp_path: Path, name: str) -> None:
    done = run(tmp_path, "build", name, "--package", ".", "--formatter", "ruff")
    assert done.returncode == 0, done.stderr
    assert " passed" in pytest_in(tmp_path)


def test_a_second_build_does_no_work(shop: Path) -> None:
    before = digest(shop)
    again = run(shop.parent, *BUILD)
    assert (again.returncode, again.stdout) == (0, "petstore: unchanged in shop/src/petstore\n")
    assert run(shop.parent, *BUILD, "--check").returncode == 0
    assert digest(shop) == before


def test_what_was_created_once_is_its_users(shop: Path) -> None:
    (shop / "pyproject.toml").write_text((shop / "pyproject.toml").read_text() + "# mine\n")
    (shop / "tests/test_petstore.py").unlink()
    before = digest(shop)
    assert run(shop.parent, *BUILD, "--force").returncode == 0
    assert digest(shop) == before
    (shop / "pyproject.toml").unlink()
    again = run(shop.parent, *BUILD)
    assert "created     pyproject.toml tests/test_petstore.py\n" in again.stdout


def test_the_package_of_a_project_is_not_edited(shop: Path) -> None:
    client = shop / "src/petstore/client.py"
    client.write_text(client.read_text() + "# mine\n")
    before = digest(shop)
    refused = run(shop.parent, *BUILD)
    assert (refused.returncode, "# mine" in refused.stderr) == (1, True)
    assert run(shop.parent, *BUILD, "--check").returncode == 1
    assert digest(shop) == before


def test_a_project_holds_one_connector_of_a_name_that_is_free(project: Path) -> None:
    taken = run(project, *BUILD, "--name", "email")
    assert (taken.returncode, "package-name-taken" in taken.stderr) == (2, True)
    several = run(project, "build", "petstore", "slack", "--package", "shop")
    assert (several.returncode, "several-in-a-project" in several.stderr) == (2, True)
    both = run(project, *BUILD, "-o", "elsewhere")
    assert (both.returncode, "exclude each other" in both.stderr) == (2, True)
    assert not (project / "shop").exists()


def test_a_wheel_holds_the_package_and_its_data(shop: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling is not installed: no wheel is built")
    script = "from hatchling.build import build_wheel; print(build_wheel('dist'))"
    done = python(shop, "-c", script)
    assert done.returncode == 0, done.stderr
    wheel = shop / "dist" / done.stdout.split()[-1]
    assert wheel.name == "petstore_connector-0.1.0-py3-none-any.whl"
    installed = tmp_path / "installed"
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(installed)
    files = {f"src/{path}" for path in digest(installed) if path.startswith("petstore/")}
    assert files == {path for path in digest(shop) if path.startswith("src/")}
    os.rename(shop / "src", shop / "away")
    assert "11 passed" in pytest_in(shop, PYTHONPATH=str(installed))
