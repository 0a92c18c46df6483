"""Contract tests for pytest: a class with one line.

.. code-block:: python

    from connector_runtime.contract.suite import ContractSuite
    from generated import stripe

    class TestStripe(ContractSuite):
        package = stripe

Every operation runs against the mock, by both clients, loosely and strictly; with ``cassettes``, what
was recorded is held against the description; ``test_live`` (marked ``live``) calls the vendor where
there are credentials for it.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import ClassVar

import pytest

from connector_runtime.contract.baseline import applied, read_baseline
from connector_runtime.contract.calls import ClientMaker, connector_of
from connector_runtime.contract.live import check_live
from connector_runtime.contract.offline import VARIANTS, Offline, Variant
from connector_runtime.contract.recorded import CassetteError, Recording, Replays, recordings
from connector_runtime.contract.reports.text import as_text, result_lines, totals_of
from connector_runtime.contract.results import Report, Result
from connector_runtime.contract.settings import LiveSettings


class ContractSuite:
    """Subclass it, name it ``Test...``, and say which ``package``."""

    package: ClassVar[ModuleType]
    live: ClassVar[LiveSettings] = LiveSettings()
    """How the vendor is called."""
    baseline: ClassVar[Path | None] = None
    """Deviations that are accepted (live)."""
    cassettes: ClassVar[Path | None] = None
    """A folder of recorded replies that the description must still allow."""
    mocks: ClassVar[Mapping[str, ClientMaker] | None] = None
    """Mock clients by prefix (empty, ``Async``), instead of the package's own."""

    def __init_subclass__(cls) -> None:
        if cls.cassettes is None:  # Else pytest would tell of a test that is skipped.
            cls.test_recorded = None  # type: ignore[method-assign,assignment]
        elif cls.test_recorded is None:
            cls.test_recorded = ContractSuite.test_recorded

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        """One test of each operation and variant, and of each recorded reply."""
        if "recording" in metafunc.fixturenames and self.cassettes is not None:
            recorded = _recorded(self.cassettes, connector_of(self.package).name)
            metafunc.parametrize("recording", recorded, ids=[f"{each}" for each in recorded])
        if "variant" in metafunc.fixturenames:
            connector = connector_of(self.package)
            names = sorted(each.name for each in connector.operations)
            metafunc.parametrize("operation", names, ids=[f"{connector.name}.{n}" for n in names])
            metafunc.parametrize("variant", VARIANTS, ids=[f"{each}" for each in VARIANTS])

    def test_mock(self, operation: str, variant: Variant) -> None:
        """The operation works against the mock, and its reply is as described."""
        _pass(Offline(self.package, self.mocks).check(operation, variant))

    def test_recorded(self, recording: Recording) -> None:
        """The recorded reply is still as described."""
        _pass(Replays(self.package).check(recording))

    @pytest.mark.live
    def test_live(self, pytestconfig: pytest.Config) -> None:
        """The vendor is what the description says."""
        if not self.package.CONNECTOR.facts.get("security_schemes"):
            selected = "live" in str(pytestconfig.getoption("markexpr", ""))
            if not selected:
                pytest.skip("no credentials are needed: select it with -m live")
        accepted = read_baseline(self.baseline) if self.baseline else ()
        report = check_live(self.package, self.live)
        _judge(applied(report, accepted, datetime.now(UTC).date()))


def _recorded(folder: Path, connector: str) -> tuple[Recording, ...]:
    try:
        return recordings(folder, connector)
    except CassetteError as error:
        pytest.fail(str(error), pytrace=False)


def _pass(result: Result) -> None:
    if result.outcome != "pass":
        pytest.fail("\n".join(result_lines(result)), pytrace=False)


def _judge(report: Report) -> None:
    if report.missing_variables:
        pytest.skip(f"{' and '.join(report.missing_variables)} not set")
    if report.failed:
        pytest.fail(as_text(report), pytrace=False)
    if not report.judged:
        pytest.skip(f"nothing could be judged: {totals_of(report)}")
