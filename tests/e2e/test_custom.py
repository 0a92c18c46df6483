"""``custom.py``: the one file of a package that is its user's."""

from pathlib import Path

from tests.e2e.commands import python, run

OWN = '''
from .client import PetstoreClient

__all__ = ["ShopClient", "PetstoreClient", "greet"]


class ShopClient(PetstoreClient):
    """Ours."""


def greet(name: str) -> str:
    return f"Hello {name}"
'''


def said(folder: Path, script: str) -> str:
    """What a script prints."""
    done = python(folder, "-c", script)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_names_of_the_users_file_are_names_of_the_package(built: Path) -> None:
    (built / "generated/petstore/custom.py").write_text(OWN)
    script = "from generated.petstore import ShopClient, greet; print(greet(ShopClient.__name__))"
    assert said(built, script) == "Hello ShopClient"
    script = "import generated.petstore as p; print(p.PetstoreClient.__module__, hasattr(p, 'OWN'))"
    assert said(built, script) == "generated.petstore.client False"


def test_the_users_file_costs_nothing_until_it_is_asked_for(built: Path) -> None:
    (built / "generated/petstore/custom.py").write_text("raise SystemExit('imported')\n")
    script = (
        "from generated.petstore import CONNECTOR, PetstoreClient, models, params\n"
        "PetstoreClient('key').pets\nprint('not imported')"
    )
    assert said(built, script) == "not imported"


def test_a_mistake_in_the_users_file_is_shown(built: Path) -> None:
    (built / "generated/petstore/custom.py").write_text("import no_such_module\n")
    done = python(built, "-c", "from generated.petstore import greet")
    assert "No module named 'no_such_module'" in done.stderr


def test_the_users_file_is_created_once_and_kept(built: Path) -> None:
    custom = built / "generated/petstore/custom.py"
    assert "__all__: list[str] = []" in custom.read_text()
    custom.write_text(OWN)
    assert run(built, "build", "--check").returncode == 0
    assert "unchanged" in run(built, "build", "--formatter", "ruff").stdout
    (built / "generated/petstore/connector.json").unlink()
    assert run(built, "build", "--formatter", "ruff", "--force").returncode == 0
    assert custom.read_text() == OWN


def test_a_package_without_the_users_file_works(built: Path) -> None:
    (built / "generated/petstore/custom.py").unlink()
    assert said(built, "import generated.petstore as p; print(hasattr(p, 'greet'))") == "False"
