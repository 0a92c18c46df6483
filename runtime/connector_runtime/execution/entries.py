"""What the audit trail says of a call: its refusal, its intent, its outcome."""

import hashlib
import json
from typing import Any
from uuid import uuid4

from connector_runtime.client.errors import ConnectorError
from connector_runtime.connectors.facts import OperationFacts
from connector_runtime.errors import PlatformError
from connector_runtime.execution.requests import Admitted, Ended, Request
from connector_runtime.governance.audit import Entry
from connector_runtime.governance.decisions import Decision
from connector_runtime.governance.redaction import for_audit, without_sensitive


def blocked(
    request: Request,
    error: PlatformError | ConnectorError,
    operation: OperationFacts | None = None,
) -> Entry:
    """A request that was refused; ``operation`` says which of its arguments nobody reads."""
    return _entry(
        request,
        outcome="blocked",
        call_id=uuid4().hex,
        reason=f"{error.code}: {without_sensitive(str(error))}",
        details={"arguments": _arguments(request, operation), **_place_in_run(request)},
    )


def intent(admitted: Admitted, decision: Decision) -> Entry:
    """A call that is about to be made, and why it may be."""
    operation, request = admitted.operation, admitted.request
    canonical = json.dumps(request.arguments, sort_keys=True, separators=(",", ":"), default=str)
    return _entry(
        request,
        kind="intent",
        call_id=admitted.call_id,
        details={
            "agent_maturity": admitted.maturity,
            "complexity": operation.complexity,
            "trace": list(decision.trace),
            "arguments": _arguments(request, operation),
            "arguments_sha256": hashlib.sha256(canonical.encode()).hexdigest(),
            "proposal_id": admitted.proposal_id,
            **_place_in_run(request),
        },
    )


def outcome(request: Request, call_id: str, ended: Ended, maturity: str = "") -> Entry:
    """How a call ended."""
    details: dict[str, Any] = {
        "execution_time_ms": round(ended.milliseconds, 2),
        **_place_in_run(request),
    }
    if ended.code:
        details["code"] = ended.code
    if maturity:
        details["agent_maturity"] = maturity
    return _entry(
        request,
        outcome=ended.outcome,
        call_id=call_id,
        reason=without_sensitive(ended.reason),
        details=details,
    )


def _entry(request: Request, **values: Any) -> Entry:
    return Entry(
        request.agent_id,
        request.connector_id,
        request.operation_name,
        principal_id=request.principal_id,
        **values,
    )


def _arguments(request: Request, operation: OperationFacts | None) -> Any:
    hidden = () if operation is None else (*operation.secret_pointers, *operation.personal_pointers)
    return for_audit({"arguments": request.arguments}, hidden)["arguments"]


def _place_in_run(request: Request) -> dict[str, Any]:
    return {"run_id": request.run_id, "step": request.step} if request.run_id else {}
