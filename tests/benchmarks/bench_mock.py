"""The mock of Stripe's own description: how soon it is ready, and what its answers cost.

``OPENAPI_CORPUS=... python tests/benchmarks/bench_mock.py`` builds the full description, and prints CPU
seconds until the mock is ready, microseconds of CPU a call in process (httpx included, beside an
``httpx.MockTransport`` that answers the same bytes), and requests a CPU second of the served mock.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import httpx

from connector_generator.pipeline import build
from connector_generator.request import BuildRequest

SPEC = Path(os.environ.get("OPENAPI_CORPUS", "../shared/specs"), "stripe/spec3-2023-09.yaml")
CALLS, ROUNDS, REQUESTS = 300, 15, 3000
_READY = """
import sys, time
sys.path.insert(0, sys.argv[1])
import httpx, pydantic, stripe
before = time.process_time()
client = stripe.MockStripeClient()
client.customers.create(email="ada@example.com")
print(time.process_time() - before)
"""
_SERVE = """
import sys
sys.path.insert(0, sys.argv[1])
import stripe
from connector_runtime.client.mocking.server import MockServer
server = MockServer(stripe.MockStripeClient().mock.vendor)
print(server.url, flush=True)
server.serve_forever()
"""


def cpu(call: Callable[[], object], times: int) -> float:
    """Microseconds of CPU a call, the median of the rounds."""

    def once() -> float:
        start = time.process_time()
        for _ in range(times):
            call()
        return (time.process_time() - start) / times * 1e6

    return median(once() for _ in range(ROUNDS))


def ready(folder: str) -> None:
    """Print the seconds until the first answer."""
    seconds = [
        float(subprocess.check_output([sys.executable, "-c", _READY, folder])) for _ in range(5)
    ]
    print(f"ready, first customer created  {median(seconds):6.2f} s CPU")


def in_process(folder: str) -> None:
    """Print what calls cost."""
    sys.path.insert(0, folder)
    import stripe  # the package that was built

    package: Any = stripe
    client = package.MockStripeClient()
    customer = client.customers.create(email="ada@example.com")
    body = json.dumps(customer.model_dump(mode="json")).encode()
    fields = {"content-type": "application/json"}
    canned = httpx.MockTransport(lambda _: httpx.Response(200, headers=fields, content=body))
    with httpx.Client(transport=canned, base_url="https://mock.invalid") as bare:
        floor = cpu(lambda: json.loads(bare.get("/v1/customers/1").content), CALLS)
    print(f"bare httpx on a MockTransport  {floor:6.0f} µs")
    print(
        f"retrieve                       {cpu(lambda: client.customers.retrieve(customer.id), CALLS):6.0f} µs"
    )
    print(
        f"create                         {cpu(lambda: client.customers.create(email='a@example.com'), 50):6.0f} µs"
    )


def served(folder: str) -> None:
    """Print the requests a CPU second of the server."""
    server = subprocess.Popen([sys.executable, "-c", _SERVE, folder], stdout=subprocess.PIPE)
    assert server.stdout is not None
    url = server.stdout.readline().decode().strip()
    try:
        with httpx.Client(base_url=url, headers={"authorization": "Bearer sk_1"}) as http:
            made = http.post("/v1/customers", data={"email": "a@example.com"}).json()
            before = _seconds(server.pid)
            for _ in range(REQUESTS):
                http.get(f"/v1/customers/{made['id']}").raise_for_status()
            rate = REQUESTS / (_seconds(server.pid) - before)
        print(f"served                         {rate:6.0f} requests a CPU second")
    finally:
        server.kill()
        server.wait()


def _seconds(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        build(
            BuildRequest(specs=(str(SPEC),), output=Path(folder), name="stripe", formatter="ruff")
        )
        ready(folder)
        in_process(folder)
        served(folder)


if __name__ == "__main__":
    main()
