"""Hooks of pytest: ``--conformance FOLDER`` writes what the run established, as HTML and as text."""

from pathlib import Path
from typing import Any

import pytest

from tests.conformance.collecting import Collector

_NAME = "conformance"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option."""
    parser.addoption(
        "--conformance",
        metavar="FOLDER",
        help="write conformance.html and conformance.txt: what this run established",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Begin to collect where it is asked for, in the process that hears of all tests."""
    folder = config.getoption("--conformance")
    if folder is not None and not hasattr(config, "workerinput"):
        config.pluginmanager.register(_Session(_made(Path(folder))), _NAME)


class _Session:
    """Hears of every test, wherever it runs, and writes the page at the end."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._collector = Collector()

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Hear of one phase of one test."""
        self._collector.add(report)

    def pytest_terminal_summary(self, terminalreporter: Any) -> None:
        """Write the page, and say in a few lines what it says."""
        # The suites import the generator: a run without the option is spared that.
        from tests.conformance.writing import write

        terminalreporter.section(_NAME)
        for line in write(self._folder, self._collector.runs):
            terminalreporter.write_line(line)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise pytest.UsageError(
            f"--conformance {folder}: {error.strerror}; name a folder that can be written to"
        ) from None
    return folder
