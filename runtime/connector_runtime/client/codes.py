"""What happened, to programs: one word for each, the same in errors, replies, audit and documents.

Some are raised by the layers above the clients; they stand here because there is one vocabulary.
"""

from typing import Literal, TypeAlias

ErrorCode: TypeAlias = Literal[
    # a call
    "AUTHORIZATION_ANSWER_INVALID",
    "AUTHORIZATION_FAILED",
    "AUTHORIZATION_REFUSED",
    "CIRCUIT_OPEN",
    "CONFIGURATION_INVALID",
    "CONNECTOR_ERROR",
    "CONTRACT_VIOLATION",
    "CREDENTIALS_MISSING",
    "DEADLINE_EXCEEDED",
    "DISCOVERY_FAILED",
    "NETWORK_ERROR",
    "OPERATION_NOT_SUPPORTED",
    "OUTCOME_UNKNOWN",
    "REPLY_TOO_LARGE",
    "REPLY_UNREADABLE",
    "UPSTREAM_ERROR",
    "UPSTREAM_RATE_LIMITED",
    "VALIDATION_FAILED",
    # governance and execution
    "ACTING_AS_DENIED",
    "AGENT_INACTIVE",
    "APPROVER_NOT_ALLOWED",
    "AUDIT_UNAVAILABLE",
    "AUTHENTICATION_FAILED",
    "CROSS_TENANT_ACCESS_DENIED",
    "INTEGRATION_NOT_FOUND",
    "INTERNAL_ERROR",
    "MATURITY_INSUFFICIENT",
    "METHOD_NOT_ALLOWED",
    "NOT_FOUND",
    "PROPOSAL_ALREADY_DECIDED",
    "PROPOSAL_EXPIRED",
    "PROPOSAL_REQUIRED",
    "RATE_LIMIT_EXCEEDED",
    "REQUEST_TOO_LARGE",
    "SELF_APPROVAL_DENIED",
    "STORE_UNAVAILABLE",
    "VARIABLE_SUBSTITUTION_FAILED",
    "WORKFLOW_CHANGED",
]
