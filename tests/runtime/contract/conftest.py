"""A vendor with a description written by hand, and the package that is built of it."""

import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

from connector_generator.pipeline import build
from connector_generator.request import BuildRequest
from connector_runtime.contract import LiveSettings, Report, check_live
from tests.runtime.contract.clinic import KEY, Change, Clinic, serve

SPEC = Path(__file__).with_name("clinic.yaml")


def built(spec: Path, name: str, folder: Path) -> ModuleType:
    """A package, built into a folder and imported from it."""
    build(BuildRequest(specs=(str(spec),), output=folder, name=name))
    sys.path.insert(0, str(folder))
    try:
        return import_module(name)
    finally:
        sys.path.remove(str(folder))


@pytest.fixture(scope="session")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    """The package of the clinic."""
    folder = tmp_path_factory.mktemp("clinic")
    spec = folder / "clinic.yaml"
    spec.write_bytes(SPEC.read_bytes())
    package = built(spec, "contract_clinic", folder / "built")
    # The generator does not write it yet.
    package.CONNECTOR.facts.setdefault("sandbox", {"credential": "^sk_test_"})
    return package


@pytest.fixture
def clinic() -> Iterator[Clinic]:
    """The vendor, on a port."""
    clinic = Clinic()
    server = serve(clinic)
    yield clinic
    server.shutdown()
    server.server_close()


class Live:
    """Runs against the clinic."""

    def __init__(self, package: ModuleType, clinic: Clinic) -> None:
        self.package = package
        self.clinic = clinic

    def __call__(self, change: Change | None = None, **settings: object) -> Report:
        """A live run, with what is injected."""
        if change is not None:
            self.clinic.change = change
        given = {"credentials": KEY, "base_url": self.clinic.url, "rate": None, "timeout": 5.0}
        return check_live(self.package, LiveSettings(**{**given, **settings}))  # type: ignore[arg-type]


@pytest.fixture
def live(package: ModuleType, clinic: Clinic) -> Live:
    """Runs against the clinic."""
    return Live(package, clinic)
