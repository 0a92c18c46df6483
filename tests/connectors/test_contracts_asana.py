"""The contract tests of Asana."""

from connector_runtime.contract.suite import ContractSuite
from generated import asana


class TestAsana(ContractSuite):
    package = asana
