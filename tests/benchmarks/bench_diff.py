"""CPU seconds and memory of comparing two real versions, in a process of its own each.

``OPENAPI_CORPUS=… python tests/benchmarks/bench_diff.py [PAIR…]`` prints a table; it ends with 1
where a pair takes more than 10 s or 600 MB.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

PAIRS = {
    "stripe": ("stripe/spec3-2022-04.json", "stripe/spec3-2023-09.yaml"),
    "discord": ("discord/openapi-2023-07.json", "discord/openapi.json"),
    "asana": ("asana/asana_oas-2023-03.yaml", "asana/asana_oas.yaml"),
    "notion": ("notion/notion-openapi-2025-05.json", "notion/notion-openapi.json"),
    "openai": ("openai/openapi-2024-04.yaml", "openai/openapi.yaml"),
    "adyen": ("adyen/CheckoutService-v71.yaml", "adyen/CheckoutService-v72.yaml"),
    "telegram": ("telegram/telegram-5.0.0.yaml", "telegram/telegram_bot_api.json"),
}
ITSELF = {"stripe, itself": ("stripe/spec3-2023-09.yaml", "stripe/spec3-2023-09.yaml")}
MAX_SECONDS, MAX_MEGABYTES = 10.0, 600.0


_BETWEEN = """
import json, resource, subprocess, sys
output = subprocess.run(sys.argv[1:], stdout=subprocess.PIPE, text=True).stdout
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps([used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, json.loads(output)["counts"]]))
"""
"""A small process between: Linux counts what a process is started from as memory of its own."""


def measure(old: str, new: str) -> tuple[float, float, dict[str, int]]:
    """CPU seconds, peak MB and how many findings there are."""
    tool = str(Path(sys.executable).with_name("connectorgen"))
    command = [sys.executable, "-c", _BETWEEN, tool, "diff", old, new, "--format", "json"]
    corpus = os.environ["OPENAPI_CORPUS"]
    done = subprocess.run(command, cwd=corpus, stdout=subprocess.PIPE, text=True, check=True)
    seconds, megabytes, counts = json.loads(done.stdout)
    return seconds, megabytes, counts


def main() -> None:
    """Print the table."""
    slow = False
    pairs = PAIRS | ITSELF
    for name in sys.argv[1:] or pairs:
        seconds, memory, counts = measure(*pairs[name])
        slow |= seconds > MAX_SECONDS or memory > MAX_MEGABYTES
        told = ", ".join(f"{count} {level}" for level, count in counts.items())
        print(f"{name:<15} {seconds:6.2f} s  {memory:5.0f} MB  {told}")
    sys.exit(slow)


if __name__ == "__main__":
    main()
