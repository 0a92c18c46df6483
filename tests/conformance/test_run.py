"""A run of pytest with ``--conformance``: the page, from tests in this and in other processes."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conformance.suites import Suite, suites, unreadable

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run some of this repository's tests."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("processes", ["0", "1"])
def test_a_run_of_some_tests_makes_the_page(processes: str, tmp_path: Path) -> None:
    tests = "tests/generator/test_hard_cases.py::test_case"
    done = run(
        "-n", processes, "--conformance", str(tmp_path / "new" / "page"), f"{tests}[path_styles]"
    )
    assert done.returncode == 0, done.stdout
    text = (tmp_path / "new" / "page" / "conformance.txt").read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines()]
    assert ["path_styles", "yes", "yes", "yes", "not", "run"] in lines
    assert ["query_values", *["not", "run"] * 4] in lines
    assert "builds: 1 holds, " in text
    (summary,) = [line for line in done.stdout.splitlines() if line.startswith("Hard cases:")]
    assert summary in text
    assert (tmp_path / "new" / "page" / "conformance.html").exists()


def test_without_the_option_there_is_no_page() -> None:
    done = run("-n", "0", "tests/generator/test_hard_cases.py::test_case[path_styles]")
    assert done.returncode == 0, done.stdout
    assert "conformance" not in done.stdout


def test_a_folder_that_cannot_be_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    done = run("-n", "0", "--conformance", str(tmp_path / "file"), "tests/conformance")
    assert done.returncode == 4
    assert "name a folder that can be written to" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("suite", suites(), ids=lambda suite: suite.title)
def test_every_test_that_proves_something_exists(suite: Suite) -> None:
    for proof in suite.proofs:
        path, _, name = proof.test.partition("::")
        assert f"def {name}(" in (ROOT / path).read_text(encoding="utf-8")


@pytest.mark.corpus
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_subjects_of_a_suite_are_those_of_its_tests() -> None:
    from tests.generator import test_requests_judged

    real = suites()[1]
    if not real.subjects:
        pytest.skip("OPENAPI_CORPUS names no folder of real descriptions")
    (mark,) = test_requests_judged.test_requests_are_what_the_description_says.pytestmark
    names = [each.id for each in mark.args[1]]
    assert [each.name for each in real.subjects if not unreadable(each)] == names
