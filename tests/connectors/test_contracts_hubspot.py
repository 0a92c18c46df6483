"""The contract tests of HubSpot."""

from connector_runtime.contract.suite import ContractSuite
from generated import hubspot


class TestHubSpot(ContractSuite):
    package = hubspot
