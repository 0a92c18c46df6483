"""Many calls at once, and many pages: errors, memory, and CPU over the same calls by hand.

``python tests/benchmarks/bench_load.py`` starts a server on loopback in a process of its own. First
10,000 calls are made at once on one asynchronous client, with everything on (circuit, bulkhead,
limits), in rounds: the memory after each round tells whether anything is kept. Then 1,000 pages are
iterated, beside 1,000 calls that follow the cursor by hand.
"""

import asyncio
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from generated import petstore

CALLS, ROUNDS, PAGES = 10_000, 4, 1_000
_SERVER = """
import asyncio
PET = b'{"id": 7, "name": "Rex", "status": "available", "tags": []}'
def reply(body):
    return (b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n"
        % len(body)) + body
class Answer(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
    def data_received(self, data):
        target = data.split(b" ", 2)[1]
        if not target.startswith(b"/pets?") and target != b"/pets":
            self.transport.write(reply(PET))
            return
        page = int(target.partition(b"cursor=")[2].partition(b"&")[0] or 0)
        more = b', "next_cursor": "%d"' % (page + 1) if page + 1 < PAGES else b""
        self.transport.write(reply(b'{"pets": [%s]%s}' % (b", ".join([PET] * 5), more)))
async def main():
    server = await asyncio.get_running_loop().create_server(Answer, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


def memory() -> float:
    """Megabytes that the process has now."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 1e6


async def at_once(url: str) -> None:
    """Rounds of concurrent calls."""
    async with petstore.AsyncPetstoreClient("key", base_url=url, deadline=120.0) as client:
        first = 0.0
        for number in range(1, ROUNDS + 1):
            start, cpu = time.monotonic(), time.process_time()
            calls = (client.pets.retrieve(7) for _ in range(CALLS))
            done = await asyncio.gather(*calls, return_exceptions=True)
            failed = sum(isinstance(each, BaseException) for each in done)
            seconds, cpu = time.monotonic() - start, time.process_time() - cpu
            del done, calls
            now = memory()
            first = first or now
            print(
                f"round {number}: {CALLS} calls, {failed} errors, {seconds:5.1f} s,"
                f" {cpu / CALLS * 1e6:5.0f} µs CPU a call, {now:6.1f} MB, {now / first:4.2f} x round 1"
            )


def pages(url: str) -> None:
    """Pages, iterated and by hand; rounds alternate."""

    def iterated(client: petstore.PetstoreClient) -> int:
        return sum(1 for _ in client.pets.list(limit=5))

    def by_hand(client: petstore.PetstoreClient) -> int:
        count, reply = 0, client.pets.list(limit=5).reply
        while True:
            count += len(reply.pets or ())
            if not reply.next_cursor:
                return count
            reply = client.pets.list(limit=5, cursor=reply.next_cursor).reply

    ways: dict[str, Callable[[petstore.PetstoreClient], int]] = {
        "by hand": by_hand,
        "iterated": iterated,
    }
    taken: dict[str, list[float]] = {name: [] for name in ways}
    with petstore.PetstoreClient("key", base_url=url) as client:
        for _ in range(7):
            for name, way in ways.items():
                start = time.process_time()
                count = way(client)
                assert count == PAGES * 5, count
                taken[name].append(time.process_time() - start)
    floor = median(taken["by hand"])
    for name, values in taken.items():
        print(f"{PAGES} pages {name}: {median(values):5.2f} s CPU, {median(values) / floor:4.2f} x")


def main() -> None:
    """Print the figures."""
    program = f"PAGES = {PAGES}\n{_SERVER}"
    server = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
    assert server.stdout is not None
    url = f"http://127.0.0.1:{int(server.stdout.readline())}"
    try:
        asyncio.run(at_once(url))
        pages(url)
    finally:
        server.kill()
        server.wait()


if __name__ == "__main__":
    main()
