"""The files around the packages: what ``init`` creates, and the list of environment variables."""

from pathlib import Path

from connector_generator.project import create_skeleton, project_root, remember_environment
from connector_runtime.client.variables import Variable

KEY = Variable("ACME_API_KEY", True)
URL = Variable("ACME_BASE_URL", False)


def text(root: Path) -> str:
    return (root / ".env.example").read_text(encoding="utf-8")


def test_variables_are_listed_by_connector_and_without_values(tmp_path: Path) -> None:
    assert remember_environment(tmp_path, "acme", [KEY, URL]) == ["ACME_API_KEY", "ACME_BASE_URL"]
    assert remember_environment(tmp_path, "pets", [Variable("PETS_TOKEN", True)]) == ["PETS_TOKEN"]
    assert text(tmp_path).partition("\n\n")[2] == (
        "# acme\nACME_API_KEY=\n# ACME_BASE_URL=\n\n# pets\nPETS_TOKEN=\n"
    )


def test_a_second_time_adds_nothing_and_touches_nothing(tmp_path: Path) -> None:
    remember_environment(tmp_path, "acme", [KEY, URL])
    before = (tmp_path / ".env.example").stat().st_mtime_ns
    assert remember_environment(tmp_path, "acme", [KEY, URL]) == []
    assert (tmp_path / ".env.example").stat().st_mtime_ns == before


def test_a_new_variable_joins_its_connector_and_the_users_lines_stay(tmp_path: Path) -> None:
    own = "OTHER=1\n\n# acme\nACME_API_KEY=sandbox\n\n# pets\nPETS_TOKEN=\n"
    (tmp_path / ".env.example").write_text(own)
    remember_environment(tmp_path, "acme", [KEY, URL])
    assert text(tmp_path) == own.replace("=sandbox\n", "=sandbox\n# ACME_BASE_URL=\n")


def test_a_variable_that_was_commented_out_stays_so(tmp_path: Path) -> None:
    (tmp_path / ".env.example").write_text("# ACME_API_KEY=\n")
    assert remember_environment(tmp_path, "acme", [KEY]) == []


def test_the_root_is_the_nearest_project(tmp_path: Path) -> None:
    output = tmp_path / "apps" / "shop" / "generated"
    assert project_root(output) == output.parent
    (tmp_path / "pyproject.toml").write_text("")
    assert project_root(output) == tmp_path


def test_the_skeleton_is_created_once(tmp_path: Path) -> None:
    created, kept = create_skeleton(tmp_path)
    assert kept == []
    assert "specs/.gitkeep" in created
    assert create_skeleton(tmp_path) == ([], created)
