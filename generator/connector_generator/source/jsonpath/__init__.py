"""JSONPath (RFC 9535): the queries that overlays select their targets with.

The libraries for it cost 0.3 s to import and bring two native extensions; what overlays need fits
into a parser and an evaluator.
"""

from connector_generator.source.jsonpath.evaluate import Node, find
from connector_generator.source.jsonpath.parse import JSONPathError, parse

__all__ = ["JSONPathError", "Node", "find", "parse"]
