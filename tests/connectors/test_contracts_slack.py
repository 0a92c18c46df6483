"""The contract tests of Slack."""

from connector_runtime.contract.suite import ContractSuite
from generated import slack


class TestSlack(ContractSuite):
    package = slack
