"""Run time: what generated connectors import, and what runs them.

The names of the platform are loaded when they are first used; they need the extra ``platform``.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from connector_runtime.connectors.registry import IntegrationRegistry as IntegrationRegistry
    from connector_runtime.connectors.service import IntegrationService as IntegrationService
    from connector_runtime.execution.proposal_service import ProposalService as ProposalService
    from connector_runtime.governance.audit import AuditService as AuditService
    from connector_runtime.governance.quotas import AbuseProtectionService as AbuseProtectionService
    from connector_runtime.governance.service import (
        AgentGovernanceService as AgentGovernanceService,
    )
    from connector_runtime.platform.entity_skill_executor import (
        EntitySkillExecutor as EntitySkillExecutor,
    )
    from connector_runtime.platform.entity_skill_executor import (
        get_entity_skill_executor as get_entity_skill_executor,
    )
    from connector_runtime.platform.entity_skill_executor import use_platform as use_platform
    from connector_runtime.platform.platform import Platform as Platform
    from connector_runtime.platform.settings import PlatformSettings as PlatformSettings
    from connector_runtime.store.tables import TenantIntegration as TenantIntegration

__version__ = "0.1.0"

_MODULES = {
    "AbuseProtectionService": "governance.quotas",
    "AgentGovernanceService": "governance.service",
    "AuditService": "governance.audit",
    "EntitySkillExecutor": "platform.entity_skill_executor",
    "IntegrationRegistry": "connectors.registry",
    "IntegrationService": "connectors.service",
    "Platform": "platform.platform",
    "PlatformSettings": "platform.settings",
    "ProposalService": "execution.proposal_service",
    "TenantIntegration": "store.tables",
    "get_entity_skill_executor": "platform.entity_skill_executor",
    "use_platform": "platform.entity_skill_executor",
}


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
