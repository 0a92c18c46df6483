"""The contract tests of Gmail."""

from connector_runtime.contract.suite import ContractSuite
from generated import gmail


class TestGmail(ContractSuite):
    package = gmail
