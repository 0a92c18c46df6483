"""The offline contract tests of Stripe's own description: what they cost as a whole.

``OPENAPI_CORPUS=... python tests/benchmarks/bench_contract.py`` builds the full description (468
operations), calls every operation against the mock, by both clients, loosely and strictly, and prints
the outcomes, CPU seconds of the run, and milliseconds of CPU a call. ``--profile`` adds where they go.
"""

import cProfile
import os
import pstats
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

from connector_generator.pipeline import build
from connector_generator.request import BuildRequest
from connector_runtime.contract import Report, check_offline
from connector_runtime.contract.reports.text import totals_of

SPEC = Path(os.environ.get("OPENAPI_CORPUS", "../shared/specs"), "stripe/spec3-2023-09.yaml")
TARGET = 60.0
"""CPU seconds that the run may take."""
_SHOWN = 40


def measured() -> tuple[Report, float]:
    """The report of a run of the package ``stripe``, imports included, and its CPU seconds."""
    start = time.process_time()
    report = check_offline(import_module("stripe"))
    return report, time.process_time() - start


def main() -> int:
    """Build, run, print; 1 where the run takes longer than it may, or anything fails."""
    with tempfile.TemporaryDirectory() as folder:
        build(BuildRequest(specs=(str(SPEC),), output=Path(folder), name="stripe"))
        sys.path.insert(0, folder)
        profile = cProfile.Profile()
        if "--profile" in sys.argv[1:]:
            report, seconds = profile.runcall(measured)
            pstats.Stats(profile).sort_stats("tottime").print_stats(_SHOWN)
        else:
            report, seconds = measured()
    print(f"outcomes        {totals_of(report)}")
    print(f"CPU of the run  {seconds:7.1f} s (at most {TARGET:.0f})")
    print(f"CPU of a call   {seconds / report.calls * 1e3:7.2f} ms")
    return int(seconds > TARGET or report.failed)


if __name__ == "__main__":
    sys.exit(main())
