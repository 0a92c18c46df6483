"""Contract tests: is a vendor's API still what its description says?

``check_live`` calls it (reads only, unless it is a sandbox), ``check_offline`` calls the mock;
``suite`` makes pytest tests of both. The plan and the judgement are pure, calls are at the edge.
"""

from connector_runtime.contract.baseline import BaselineError, applied, read_baseline
from connector_runtime.contract.calls import NoMockError
from connector_runtime.contract.findings import Finding
from connector_runtime.contract.live import check_live
from connector_runtime.contract.offline import check_offline
from connector_runtime.contract.recorded import CassetteError
from connector_runtime.contract.results import Report, Result
from connector_runtime.contract.sandbox import SandboxError
from connector_runtime.contract.settings import LiveSettings

__all__ = [
    "BaselineError",
    "CassetteError",
    "Finding",
    "LiveSettings",
    "NoMockError",
    "Report",
    "Result",
    "SandboxError",
    "applied",
    "check_live",
    "check_offline",
    "read_baseline",
]
