"""The contract tests of Stripe."""

from connector_runtime.contract.suite import ContractSuite
from generated import stripe


class TestStripe(ContractSuite):
    package = stripe
