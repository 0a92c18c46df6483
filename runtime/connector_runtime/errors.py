"""What can go wrong between a request for an operation and its outcome, each with its code.

Codes and texts are promises to users; the HTTP status of a code is in ``STATUS_OF``. Errors of a
call itself are :class:`~connector_runtime.client.errors.ConnectorError`, and have codes of the same
vocabulary.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, ClassVar

from connector_runtime.client.codes import ErrorCode
from connector_runtime.client.errors import ConnectorError

STATUS_OF: Mapping[str, int] = MappingProxyType(
    {
        "MATURITY_INSUFFICIENT": 400,
        "AGENT_INACTIVE": 400,
        "PROPOSAL_REQUIRED": 400,
        "CROSS_TENANT_ACCESS_DENIED": 400,
        "OPERATION_NOT_SUPPORTED": 400,
        "VARIABLE_SUBSTITUTION_FAILED": 400,
        "CREDENTIALS_MISSING": 400,
        "CONFIGURATION_INVALID": 400,
        "VALIDATION_FAILED": 400,
        "AUTHENTICATION_FAILED": 401,
        "ACTING_AS_DENIED": 403,
        "APPROVER_NOT_ALLOWED": 403,
        "SELF_APPROVAL_DENIED": 403,
        "INTEGRATION_NOT_FOUND": 404,
        "NOT_FOUND": 404,
        "METHOD_NOT_ALLOWED": 405,
        "WORKFLOW_CHANGED": 409,
        "PROPOSAL_EXPIRED": 409,
        "PROPOSAL_ALREADY_DECIDED": 409,
        "REQUEST_TOO_LARGE": 413,
        "RATE_LIMIT_EXCEEDED": 429,
        "CONTRACT_VIOLATION": 502,
        "NETWORK_ERROR": 502,
        "OUTCOME_UNKNOWN": 502,
        "REPLY_TOO_LARGE": 502,
        "REPLY_UNREADABLE": 502,
        "UPSTREAM_ERROR": 502,
        "UPSTREAM_RATE_LIMITED": 502,
        "AUDIT_UNAVAILABLE": 503,
        "CIRCUIT_OPEN": 503,
        "STORE_UNAVAILABLE": 503,
        "DEADLINE_EXCEEDED": 504,
    }
)
"""Every other code is 500."""


class PlatformError(Exception):
    """The platform refused, or could not do, what was asked. Nothing was sent to a vendor.

    ``details`` hold what a caller may read: never a credential, never another tenant's data.
    ``retry_after`` is in seconds.
    """

    code: ClassVar[ErrorCode]
    text: ClassVar[str]
    retryable: ClassVar[bool] = False

    def __init__(
        self,
        text: str = "",
        *,
        details: Mapping[str, Any] | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__(text or self.text)
        self.details: dict[str, Any] = dict(details or {})
        self.retry_after = retry_after

    @property
    def status(self) -> int:
        """The HTTP status of an answer that tells of it."""
        return STATUS_OF.get(self.code, 500)


class MaturityInsufficientError(PlatformError):
    """The agent's maturity does not allow the operation's complexity."""

    code = "MATURITY_INSUFFICIENT"
    text = "Agent maturity insufficient for this operation"


class AgentInactiveError(PlatformError):
    """The agent is paused or stopped: it may do nothing."""

    code = "AGENT_INACTIVE"
    text = "Agent is not active"


class CrossTenantAccessDeniedError(PlatformError):
    """The agent belongs to another tenant than the request."""

    code = "CROSS_TENANT_ACCESS_DENIED"
    text = "Cross-tenant access denied"


class IntegrationNotFoundError(PlatformError):
    """No such connector, or the tenant has not enabled it."""

    code = "INTEGRATION_NOT_FOUND"
    text = "Integration not found or not configured"


class OperationNotSupportedError(PlatformError):
    """The connector has no operation of this name."""

    code = "OPERATION_NOT_SUPPORTED"
    text = "Unknown operation"


class CredentialsMissingError(PlatformError):
    """The tenant has given no credentials for the connector; ``details["set"]`` names what to set."""

    code = "CREDENTIALS_MISSING"
    text = "No credentials configured for this integration"


class ArgumentsInvalidError(PlatformError):
    """The request is not shaped as it must be; ``details["pointer"]`` says where (RFC 6901)."""

    code = "VALIDATION_FAILED"
    text = "Invalid parameters"


class VariableSubstitutionError(PlatformError):
    """A ``${step_N.field}`` that refers to nothing."""

    code = "VARIABLE_SUBSTITUTION_FAILED"
    text = "Variable substitution failed"


class RateLimitExceededError(PlatformError):
    """The plan's operations of the day are used up; ``details`` hold limit, remaining and reset."""

    code = "RATE_LIMIT_EXCEEDED"
    text = "Rate limit exceeded"
    retryable = True


class ProposalRequiredError(PlatformError):
    """The operation needs a proposal, and none can be made here."""

    code = "PROPOSAL_REQUIRED"
    text = "Intern agent requires human approval"


class ProposalExpiredError(PlatformError):
    """The proposal was not decided in time."""

    code = "PROPOSAL_EXPIRED"
    text = "Proposal expired"


class ProposalAlreadyDecidedError(PlatformError):
    """Somebody decided on the proposal before; ``details["state"]`` says how."""

    code = "PROPOSAL_ALREADY_DECIDED"
    text = "Proposal already decided"


class SelfApprovalDeniedError(PlatformError):
    """Who proposed may not approve."""

    code = "SELF_APPROVAL_DENIED"
    text = "Proposer cannot approve their own proposal"


class ApproverNotAllowedError(PlatformError):
    """Approvers are people, and active autonomous agents, of the proposal's tenant."""

    code = "APPROVER_NOT_ALLOWED"
    text = "Approver is not allowed to decide on this proposal"


class WorkflowChangedError(PlatformError):
    """The steps, or the step to resume from, are not those of the run."""

    code = "WORKFLOW_CHANGED"
    text = "Workflow changed since it was started"


class NotFoundError(PlatformError):
    """There is no such thing in this tenant."""

    code = "NOT_FOUND"
    text = "Not found"


class TenantNotFoundError(NotFoundError):
    """There is no such tenant, and so no audit trail that could say so."""

    text = "Tenant not found"


class AuthenticationFailedError(PlatformError):
    """No key, or one that is malformed, unknown, expired or revoked: the answer does not say which."""

    code = "AUTHENTICATION_FAILED"
    text = "Authentication failed"


class ActingAsDeniedError(PlatformError):
    """The principal may not act as this agent."""

    code = "ACTING_AS_DENIED"
    text = "Principal may not act as this agent"


class AuditUnavailableError(PlatformError):
    """The intent could not be written, so the operation was not run."""

    code = "AUDIT_UNAVAILABLE"
    text = "Audit trail unavailable"
    retryable = True


class StoreUnavailableError(PlatformError):
    """The database is locked, full, read-only or does not answer; nothing was changed."""

    code = "STORE_UNAVAILABLE"
    text = "Database unavailable"
    retryable = True


class StoreUnusableError(PlatformError):
    """The database is no database of ours, or one of a newer release; or its key does not fit."""

    code = "CONFIGURATION_INVALID"
    text = "Database cannot be used"


def status_of(error: PlatformError | ConnectorError) -> int:
    """The HTTP status of an answer that tells of the error."""
    return STATUS_OF.get(error.code, 500)


def envelope(error: PlatformError | ConnectorError) -> dict[str, Any]:
    """The guide's body of an error, with its code: ``{"status": "error", "error": …, "code": …}``.

    ``retry_after`` (seconds) and ``details`` stand in it where there are any.
    """
    body: dict[str, Any] = {
        "status": "error",
        "error": str(error),
        "code": error.code,
        "retryable": error.retryable,
    }
    retry_after = getattr(error, "retry_after", None)
    if retry_after is not None:
        body["retry_after"] = retry_after
    if isinstance(error, PlatformError) and error.details:
        body["details"] = error.details
    return body
