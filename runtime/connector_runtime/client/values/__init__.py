"""Seeded, schema-valid values: examples, argument samples, mocks and contract tests use the same.

See :class:`ValueGenerator` for what is promised.
"""

from connector_runtime.client.values.generator import ValueGenerator
from connector_runtime.client.values.reach import Include
from connector_runtime.client.values.samples import (
    Samples,
    example_arguments,
    reply_value,
    samples_of,
)
from connector_runtime.client.values.schema import JSON, Lookup, Schema, View
from connector_runtime.client.values.validation import Validator, Violation

__all__ = [
    "JSON",
    "Include",
    "Lookup",
    "Samples",
    "Schema",
    "Validator",
    "ValueGenerator",
    "View",
    "Violation",
    "example_arguments",
    "reply_value",
    "samples_of",
]
