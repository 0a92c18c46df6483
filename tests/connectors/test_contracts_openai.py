"""The contract tests of OpenAI."""

from connector_runtime.contract.suite import ContractSuite
from generated import openai


class TestOpenAI(ContractSuite):
    package = openai
