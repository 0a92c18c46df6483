"""Reports of pytest become runs: the worst phase counts, and every phase may have recorded facts."""

from typing import Any

from tests.conformance.facts import Run, Runs


class Collector:
    """The runs so far."""

    def __init__(self) -> None:
        self._runs: dict[str, Run] = {}

    @property
    def runs(self) -> Runs:
        """By the id of the node. A test whose call was never reported is not among them."""
        return self._runs

    def add(self, report: Any) -> None:
        """Take a ``TestReport``, of any phase and from any process."""
        if report.outcome == "passed" and report.when != "call":
            return
        old = self._runs.get(report.nodeid)
        if old is not None and old.outcome == "failed":
            return
        properties = tuple((str(name), value) for name, value in report.user_properties)
        self._runs[report.nodeid] = Run(report.outcome, properties, _reason(report))


def _reason(report: Any) -> str:
    """Why a test failed or was skipped, in a line."""
    if report.outcome == "passed":
        return ""
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    crash = getattr(report.longrepr, "reprcrash", None)
    text = str(report.longrepr or "") if crash is None else crash.message
    lines = text.strip().splitlines()
    return lines[0][:200] if lines else ""
