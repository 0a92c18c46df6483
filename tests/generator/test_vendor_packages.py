"""Packages of the descriptions that tools are compared by: the same bytes, black's bytes, typed."""

import csv
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from connector_generator.render.formatting import black_files

CORPUS = os.environ.get("OPENAPI_CORPUS", "")
COMPARED = (
    "adyen-checkout-71",
    "asana",
    "box",
    "discord",
    "github",
    "hubspot-crm-contact",
    "intercom-2.11",
    "notion",
    "openai",
    "oai-v3.0-petstore.yaml",
    "slack",
    "stripe-2023-09",
    "twilio-api-v2010",
)
TYPED = (
    "asana",
    "box",
    "discord",
    "github",
    "openai",
    "slack",
    "stripe-2023-09",
    "twilio-api-v2010",
)

COMPOSE = """
import sys
from pathlib import Path
from connector_generator.pipeline import compose
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch
spec, name, formatter, folder = sys.argv[1:]
request = BuildRequest(specs=(spec,), output=Path(folder), name=name, formatter=formatter)
package = compose(request, Stopwatch(lambda _: None))
for path, content in {**package.own, **package.files}.items():
    target = Path(folder, name, path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
"""

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="OPENAPI_CORPUS names no folder of real descriptions"),
]


def compose(name: str, folder: Path, *, seed: int, formatter: str) -> Path:
    """The package of a description, made in a process of its own."""
    with Path(CORPUS, "INDEX.csv").open(encoding="utf-8") as file:
        spec = next(row["file"] for row in csv.DictReader(file) if row["name"] == name)
    package = name.replace("-", "_").replace(".", "_")
    subprocess.run(
        [sys.executable, "-c", COMPOSE, str(Path(CORPUS, spec)), package, formatter, str(folder)],
        env={**os.environ, "PYTHONHASHSEED": str(seed), "XDG_CACHE_HOME": str(folder / "cache")},
        check=True,
    )
    return folder / package


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a package."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", COMPARED)
def test_the_same_description_gives_the_same_bytes_and_they_are_blacks(
    name: str, tmp_path: Path
) -> None:
    first = contents(compose(name, tmp_path / "first", seed=1, formatter="ruff"))
    second = contents(compose(name, tmp_path / "second", seed=2, formatter="black"))
    assert first.keys() == second.keys()
    assert [path for path in first if first[path] != second[path]] == []
    sources = {path: text.decode() for path, text in first.items() if path.endswith(".py")}
    formatted = black_files(sources)
    assert [path for path in sources if sources[path] != formatted[path]] == []


def test_pyright_finds_nothing_in_strict_mode(
    tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    folders = {name: compose(name, tmp_path, seed=1, formatter="ruff").resolve() for name in TYPED}
    (tmp_path / "pyrightconfig.json").write_text('{"typeCheckingMode": "strict"}')
    done = subprocess.run(
        [sys.executable, "-m", "pyright", "--outputjson", "-p", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    report = json.loads(done.stdout)
    assert report["summary"]["filesAnalyzed"] > 1000
    found = [Path(each["file"]) for each in report["generalDiagnostics"]]
    for name, folder in folders.items():
        if not any(folder in path.parents for path in found):
            record_property("holds", name)
    assert report["generalDiagnostics"] == []
