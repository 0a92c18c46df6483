"""The distributable project around a package: the facts of its pyproject, README and test."""

from dataclasses import dataclass
from importlib.metadata import version

from connector_generator.plan.code import Code, identifier
from connector_generator.plan.package import PackagePlan


@dataclass(frozen=True, slots=True)
class ProjectPlan:
    """What the files of a project say beside the plan of its package."""

    distribution: Code
    runtime: Code
    """The version of connector-runtime that the package was made for."""
    snippet: Code
    parameters: tuple[Code, ...]
    """The parameters that the client of the test is given."""
    certificate: bool


def plan_project(package: PackagePlan) -> ProjectPlan:
    """Everything the files of the project say."""
    readme = package.readme
    call = readme.first_call or readme.first_list
    facts = package.facts
    return ProjectPlan(
        distribution=Code(f"{package.name.replace('_', '-')}-connector"),
        runtime=Code(version("connector-runtime")),
        snippet=call.snippet if call else readme.variable,
        parameters=tuple(identifier(each["name"]) for each in facts["client_parameters"]),
        certificate=any(each["kind"] == "mutualTLS" for each in facts["security_schemes"]),
    )
