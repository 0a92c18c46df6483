"""Facts about operations, each with its evidence: IR in, IR out.

What the document or an overlay declares (``x-connector-*``) wins, then what vendors declare for other
tools, then what names, paths and types let us infer.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from connector_generator.infer.compensation import reversible_by
from connector_generator.infer.complexity import effect
from connector_generator.infer.declared import misdeclared as misdeclared
from connector_generator.infer.declared import rate_limit, retry, sandbox, timeout
from connector_generator.infer.domain import domain
from connector_generator.infer.domain import misdeclared_domains as misdeclared_domains
from connector_generator.infer.environment import environment_names as environment_names
from connector_generator.infer.environment import with_environment
from connector_generator.infer.errors import ErrorShapes, common_error, declared_error
from connector_generator.infer.idempotency import idempotency
from connector_generator.infer.pagination import pagination
from connector_generator.infer.probe import probe_name
from connector_generator.infer.sensitive import Sensitive as Sensitive
from connector_generator.infer.sensitive import SensitivePointers as SensitivePointers
from connector_generator.infer.streams import stream
from connector_generator.ir.api import Api, Operation
from connector_generator.ir.facts import ErrorShape, Facts

Extensions = Mapping[str, Mapping[str, Any]]
"""The ``x-*`` members of operations by pointer; those of the document under the empty pointer."""

_NONE: Mapping[str, Any] = {}


def infer(api: Api, extensions: Extensions) -> Api:
    """The API with the facts of every operation, of its errors and its security schemes."""
    connector = extensions.get("", _NONE)
    errors = ErrorShapes(api.types)
    shapes = {each.name.python: errors.of(each) for each in api.operations}
    error = declared_error(connector) or common_error(shapes.values())
    undo = reversible_by(api.operations)
    operations = [
        replace(
            each,
            facts=_facts(
                api,
                each,
                extensions,
                _own_error(each, extensions, shapes[each.name.python], connector, error),
                undo.get(each.name.python, ""),
            ),
        )
        for each in api.operations
    ]
    probe = probe_name(operations, extensions)
    return replace(
        api,
        error=error,
        sandbox=sandbox(connector),
        security_schemes=with_environment(api, connector),
        operations=tuple(
            replace(each, facts=replace(each.facts, probe=each.name.python == probe))
            for each in operations
        ),
    )


def _own_error(
    operation: Operation,
    extensions: Extensions,
    found: ErrorShape | None,
    connector: Mapping[str, Any],
    common: ErrorShape | None,
) -> ErrorShape | None:
    """Only what differs from the connector's."""
    declared = declared_error(extensions.get(operation.pointer, _NONE))
    own = declared or (None if declared_error(connector) else found)
    return None if own == common else own


def _facts(
    api: Api, operation: Operation, extensions: Extensions, error: ErrorShape | None, undo: str
) -> Facts:
    own, connector = extensions.get(operation.pointer, _NONE), extensions.get("", _NONE)
    what = effect(operation, own)
    stream_kind, stream_parameter = stream(operation, api.types, own)
    declared_undo = own.get("x-connector-reversible-by")
    return Facts(
        complexity=what.complexity,
        complexity_evidence=what.evidence,
        read_only=what.read_only,
        destructive=what.destructive,
        idempotent=what.idempotent,
        reversible_by=declared_undo if isinstance(declared_undo, str) else undo,
        pagination=pagination(operation, api.types, own, connector, what.read_only),
        idempotency=idempotency(operation, own, connector),
        stream=stream_kind,
        stream_parameter=stream_parameter,
        timeout=timeout(own, connector),
        retry=retry(own, connector),
        rate_limit=rate_limit(own, connector),
        error=error,
        domain=domain(operation, api.types, own),
    )
