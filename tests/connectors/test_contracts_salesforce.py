"""The contract tests of Salesforce."""

from connector_runtime.contract.suite import ContractSuite
from generated import salesforce


class TestSalesforce(ContractSuite):
    package = salesforce
