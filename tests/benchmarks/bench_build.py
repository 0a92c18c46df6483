"""CPU seconds, memory and lines of building real descriptions, beside floors and a peer.

``OPENAPI_CORPUS=… python tests/benchmarks/bench_build.py [NAME…]`` prints a table. Each figure is user
plus system time of a whole process with its children; compare ratios within one run.
"""

import csv
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

CORPUS = Path(os.environ["OPENAPI_CORPUS"])
DEFAULT = ("notion", "slack", "box", "openai", "github", "stripe-2023-09")


def measure(command: list[str], **environment: str) -> tuple[float, float, bool]:
    """CPU seconds and peak MB of a command with its children, and whether it succeeded."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "", **environment},
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, after.ru_maxrss / 1024, done.returncode == 0


def lines_of(folder: Path) -> int:
    """Lines of every file below a folder."""
    return sum(
        path.read_bytes().count(b"\n")
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )


def builds(file: Path, folder: Path) -> Iterator[str]:
    """One line for each way to build a description."""
    tool = str(Path(sys.executable).with_name("connectorgen"))
    output = folder / "generated"
    cold = {"XDG_CACHE_HOME": str(folder / "cache")}
    common = [tool, "build", str(file), "-o", str(output), "--name", "bench"]
    for label, command in (
        ("ruff", [*common, "--formatter", "ruff"]),
        ("black, cold", [*common, "--force"]),
        ("unchanged", common),
    ):
        if label.startswith("black"):
            (output / "bench" / "connector.json").unlink(missing_ok=True)
        seconds, memory, fine = measure(command, **cold)
        state = "" if fine else "  FAILED"
        yield f"  {label:<12} {seconds:6.2f} s  {memory:6.0f} MB{state}"
    yield f"  lines        {lines_of(output / 'bench'):,}"
    peer = [str(Path(sys.executable).with_name("openapi-python-client")), "generate", "--path"]
    target = str(folder / "peer")
    seconds, memory, fine = measure([*peer, str(file), "--output-path", target, "--overwrite"])
    yield f"  openapi-python-client {seconds:6.2f} s  {memory:6.0f} MB{'' if fine else '  FAILED'}"


def main() -> None:
    """Print the table."""
    names = sys.argv[1:] or DEFAULT
    with (CORPUS / "INDEX.csv").open(encoding="utf-8") as index:
        rows = {row["name"]: row for row in csv.DictReader(index)}
    for name in names:
        row = rows[name]
        print(f"{name}: {row['operations']} operations, {int(row['bytes']) / 1e6:.1f} MB")
        with tempfile.TemporaryDirectory() as folder:
            for line in builds(CORPUS / row["file"], Path(folder)):
                print(line)


if __name__ == "__main__":
    main()
