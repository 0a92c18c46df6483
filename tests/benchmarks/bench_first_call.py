"""CPU and memory of a program's first call: import, construct, retrieve, decode; over its floor.

``python tests/benchmarks/bench_first_call.py FOLDER PACKAGE CLIENT CALL REPLY_FILE``: FOLDER holds the
built package, CALL is an expression on ``client``, REPLY_FILE the JSON of the reply. The floor is
``import httpx, pydantic``, warmed, with compiled files, in the same run; medians of nine processes.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

_FLOOR = "import httpx, pydantic; from pydantic import BaseModel\nclass M(BaseModel):\n    x: int = 1\nM()\n"
_MEASURE = """
import resource, time, json
{floor}
before, rss = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{work}
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([(time.process_time() - before) * 1000, (after - rss) / 1024]))
"""
_WORK = """
import sys, http.server, threading
sys.path.insert(0, {folder!r})
from {package} import {client}
class Answer(httpx.BaseTransport):
    def handle_request(self, request):
        return httpx.Response(200, headers={{"content-type": "application/json"}}, content={reply!r})
client = {client}("key", transport=Answer())
value = {call}
"""


def run(work: str) -> list[float]:
    """Milliseconds and megabytes of one process."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    script = _MEASURE.format(floor=_FLOOR, work=work)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=environment, check=True
    )
    figures: list[float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Print medians."""
    folder, package, client, call, reply = sys.argv[1:]
    content = Path(reply).read_bytes()
    work = _WORK.format(folder=folder, package=package, client=client, call=call, reply=content)
    run(work)  # compiles
    figures = [run(work) for _ in range(9)]
    nothing = [run("pass") for _ in range(3)]
    print(f"first call: {median(f[0] for f in figures):.1f} ms CPU over httpx and pydantic")
    print(f"            {median(f[1] for f in figures):.1f} MB over httpx and pydantic")
    print(f"floor:      {median(f[0] for f in nothing):.2f} ms")


if __name__ == "__main__":
    main()
