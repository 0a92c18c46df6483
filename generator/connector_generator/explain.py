"""Why a symbol is as it is: where it stands in the description, and the evidence of each fact."""

from collections.abc import Iterator
from typing import Any

from connector_generator.built import BuiltConnector
from connector_generator.ir.api import Operation
from connector_generator.pipeline import Analysis, analyse
from connector_generator.request import BuildRequest
from connector_generator.stopwatch import Stopwatch


def explain(connector: BuiltConnector, line: dict[str, Any]) -> Iterator[str]:
    """The reasons for one operation, from its spec when that is here, else from the table."""
    specs = " ".join(connector.specs)
    if not connector.has_specs_here:
        yield from _known(line, f"{specs}, which is not here")
        return
    request = BuildRequest(
        specs=connector.specs,
        output=connector.folder.parent,
        overlays=connector.overlays(connector.specs),
        **connector.build["options"],
    )
    analysis = analyse(request, Stopwatch())
    found = (each for each in analysis.api.operations if each.name.python == line["name"])
    operation = next(found, None)
    if operation is None:
        yield from _known(line, f"{specs} as it was; it has no such operation now")
    else:
        yield from _reasons(analysis, operation)


def _known(line: dict[str, Any], where: str) -> Iterator[str]:
    """What the table of operations says by itself."""
    yield f"pointer     #{line['pointer']} (in {where})"
    yield from (f"complexity  {each}" for each in line.get("evidence", ()))


def _reasons(analysis: Analysis, operation: Operation) -> Iterator[str]:
    yield f"spec        {analysis.document.locate(operation.pointer)}"
    yield f"pointer     #{operation.pointer}"
    yield f"name        {operation.name.wire or operation.path}: {operation.name.reason}"
    facts = operation.facts
    yield from (f"complexity  {each}" for each in facts.complexity_evidence)
    if facts.pagination:
        yield f"pagination  {facts.pagination.strategy}: {'; '.join(facts.pagination.evidence)}"
    if facts.idempotency:
        yield f"idempotency {facts.idempotency.field}: {'; '.join(facts.idempotency.evidence)}"
    for parameter in operation.parameters:
        if parameter.name.python != parameter.name.wire:
            yield f"argument    {parameter.name.python} is {parameter.name.wire}: {parameter.name.reason}"
