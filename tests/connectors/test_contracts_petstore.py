"""The contract tests of Petstore."""

from connector_runtime.contract.suite import ContractSuite
from generated import petstore


class TestPetstore(ContractSuite):
    package = petstore
