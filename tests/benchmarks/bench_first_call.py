"""CPU and memory of a program's first call: import, construct, retrieve, decode; over its floor.

``python tests/benchmarks/bench_first_call.py FOLDER PACKAGE CLIENT CALL REPLY_FILE``: FOLDER holds the
built package, CALL is an expression on ``client``, REPLY_FILE the JSON of the reply, which a server on
loopback gives. Everything is counted over ``import httpx, pydantic`` with one small model, with compiled files;
beside it stands what bare httpx takes for its own first call. Medians of nine processes.
"""

import http.server
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from statistics import median

_MEASURE = """
import resource, time, json, sys, httpx, pydantic
class M(pydantic.BaseModel):
    x: int = 1
M()
before, rss = time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{work}
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([(time.process_time() - before) * 1000, (after - rss) / 1024]))
"""
_WORK = """
sys.path.insert(0, {folder!r})
from {package} import {client}
client = {client}("key", base_url={url!r}, allow_http=True)
value = {call}
"""
_BARE = """
with httpx.Client() as client:
    value = json.loads(client.get({url!r} + "/").content)
"""


class _Answer(http.server.BaseHTTPRequestHandler):
    """The same reply to every request."""

    protocol_version = "HTTP/1.1"
    content = b""

    def do_GET(self) -> None:
        """Answer."""
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(self.content)))
        self.end_headers()
        self.wfile.write(self.content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def run(work: str) -> list[float]:
    """Milliseconds and megabytes of one process."""
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        [sys.executable, "-c", _MEASURE.format(work=work)],
        capture_output=True,
        text=True,
        env=environment,
        check=True,
    )
    figures: list[float] = json.loads(done.stdout)
    return figures


def main() -> None:
    """Print medians."""
    folder, package, client, call, reply = sys.argv[1:]
    _Answer.content = Path(reply).read_bytes()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_port}"
    work = _WORK.format(folder=folder, package=package, client=client, call=call, url=url)
    run(work)  # compiles
    programs = {"ours": work, "bare httpx": _BARE.format(url=url), "httpcore": "import httpcore"}
    for name, program in programs.items():
        figures = [run(program) for _ in range(9)]
        milliseconds, megabytes = (median(each) for each in zip(*figures, strict=True))
        print(f"{name:10} {milliseconds:6.1f} ms CPU {megabytes:6.1f} MB over httpx and pydantic")


if __name__ == "__main__":
    main()
