"""The workflows of this repository are ones that GitHub would run, says actionlint (with shellcheck)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").iterdir())
BROKEN = """
name: broken
on: {pull_request: {branchs: [main]}}
jobs:
  test:
    runs-on: ubuntu-latst
    needs: [nobody]
    steps:
      - uses: actions/checkout@v6
        with: {fetch-dept: 1}
      - run: echo ${{ matrx.python }}
      - run: echo $TITLE
        env: {TITLE: "${{ github.event.pull_request.title }}"}
      - run: echo "${{ github.event.pull_request.title }}"
"""

MISSING = [each for each in ("actionlint", "shellcheck") if not (BIN / each).exists()]
pytestmark = pytest.mark.skipif(
    bool(MISSING) and not os.environ.get("CI"),
    reason=f"{' and '.join(MISSING)} of the dev group not installed: WORKFLOWS ARE NOT CHECKED",
)


def lint(*files: Path) -> subprocess.CompletedProcess[str]:
    """What actionlint has to say; a line for each mistake, and 1 where there is one."""
    return subprocess.run(
        [str(BIN / "actionlint"), "-oneline", "-no-color", *map(str, files)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"},
    )


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_has_no_mistakes(workflow: Path) -> None:
    done = lint(workflow)
    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)


def test_the_workflows_are_looked_at() -> None:
    assert {"ci.yml", "nightly.yml"} <= {path.name for path in WORKFLOWS}


@pytest.mark.parametrize(
    "mistake",
    [
        'unexpected key "branchs"',
        'needs job "nobody"',
        'label "ubuntu-latst" is unknown',
        'input "fetch-dept" is not defined',
        'undefined variable "matrx"',
        "SC2086",
        "is potentially untrusted",
    ],
)
def test_a_broken_workflow_is_noticed(mistake: str, tmp_path: Path) -> None:
    workflow = tmp_path / "broken.yml"
    workflow.write_text(BROKEN, encoding="utf-8")
    done = lint(workflow)
    assert done.returncode == 1
    assert mistake in done.stdout
