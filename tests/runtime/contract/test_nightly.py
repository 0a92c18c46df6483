"""The nightly workflow: every connector that has a vendor, and no secret that is not its own."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from connector_generator.built import built_connectors, needed_variables

ROOT = Path(__file__).parents[3]
TEXT = (ROOT / ".github" / "workflows" / "nightly.yml").read_text()
WORKFLOW: dict[str, Any] = yaml.safe_load(TEXT)
CONTRACT = WORKFLOW["jobs"]["contract"]
STEPS = [step for job in WORKFLOW["jobs"].values() for step in job["steps"]]
VENDORS = {each.name: each for each in built_connectors(ROOT / "generated")}
del VENDORS["petstore"]  # It is made up.


def test_every_connector_is_called() -> None:
    assert CONTRACT["strategy"]["matrix"]["connector"] == sorted(VENDORS)


def test_secrets_are_named_one_by_one() -> None:
    assert "toJSON" not in TEXT
    (step,) = [step for step in CONTRACT["steps"] if step.get("name") == "contract"]
    given = {name: value for name, value in step["env"].items() if "secrets." in value}
    for name, value in given.items():
        found = re.fullmatch(
            r"\${{ matrix\.connector == '(\w+)' && secrets\.(\w+) \|\| '' }}", value
        )
        assert found is not None
        assert found[2] == name
        assert found[1] in VENDORS
    assert TEXT.count("secrets.") == len(given)


@pytest.mark.parametrize("name", VENDORS)
def test_a_connector_is_given_what_it_needs(name: str) -> None:
    (step,) = [step for step in CONTRACT["steps"] if step.get("name") == "contract"]
    for variable in needed_variables(VENDORS[name].facts):
        assert f"'{name}'" in step["env"][variable]


def test_no_job_has_both_a_vendors_secret_and_the_right_to_write() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in CONTRACT
    issues = WORKFLOW["jobs"]["issues"]
    assert issues["permissions"] == {"contents": "read", "issues": "write"}
    assert "secrets." not in yaml.safe_dump(issues)


def test_actions_are_pinned_and_no_input_reaches_a_script() -> None:
    assert all(re.fullmatch(r"[\w./-]+@v\d+", step["uses"]) for step in STEPS if "uses" in step)
    assert all("${{" not in step["run"] for step in STEPS if "run" in step)
