"""Where a platform keeps things and finds connectors: given, or told by the environment."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any, Self

from connector_runtime.client.options import ClientSettings
from connector_runtime.connectors.keys import KeyRing
from connector_runtime.connectors.registry import SettingsFor
from connector_runtime.governance.decisions import Policy
from connector_runtime.governance.proposals import LIFETIME
from connector_runtime.store.database import parsed_url

DATABASE = "CONNECTORS_DATABASE_URL"
WORKFLOWS = "CONNECTORS_WORKFLOWS_URL"
FOLDERS = "CONNECTORS_PATH"
SINGLE_TENANT = "CONNECTORS_SINGLE_TENANT"
DEFAULT_DATABASE = "sqlite:///connectors.db"


def _no_settings(connector_id: str, tenant_id: str) -> ClientSettings:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformSettings:
    """How a platform is put together."""

    database_url: str = DEFAULT_DATABASE
    """``sqlite:///connectors.db`` in the working directory, or ``postgresql://…``."""
    workflows_url: str = ""
    """Of the workflow engine; by default ``connectors.workflows.db`` beside a SQLite file, and the
    same PostgreSQL database."""
    keys: KeyRing | None = field(default=None, repr=False)
    """By default those of ``CONNECTORS_MASTER_KEY``, else of a file beside the SQLite file."""
    namespaces: Sequence[str] = ("generated",)
    """Packages in which generated connectors are found."""
    folders: Sequence[Path] = (Path("generated"),)
    """Folders of generated connectors, importable or not."""
    integrations: Sequence[Path] = (Path("integrations"),)
    """Folders of custom services, ``<connector id>_service.py`` each."""
    policies: Sequence[Policy] = ()
    """Tighten what the matrix allows."""
    proposal_lifetime: timedelta = LIFETIME
    pending_proposals: int = 1_000
    """How many of an agent may wait for a decision; what it wants then is refused."""
    single_tenant: bool = False
    """Development: connectors without credentials of their own take those of the environment."""
    client_settings: SettingsFor = _no_settings
    """Further settings of the clients, by connector id and tenant id."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ, **given: Any) -> Self:
        """The settings of the variables ``CONNECTORS_DATABASE_URL``, ``CONNECTORS_WORKFLOWS_URL``,
        ``CONNECTORS_PATH`` (further folders of generated connectors, as in ``PATH``) and
        ``CONNECTORS_SINGLE_TENANT`` (1); what is ``given`` wins."""
        folders = environment.get(FOLDERS, "").split(os.pathsep)
        settings = cls(
            database_url=environment.get(DATABASE) or DEFAULT_DATABASE,
            workflows_url=environment.get(WORKFLOWS, ""),
            folders=(Path("generated"), *(Path(each) for each in folders if each)),
            single_tenant=environment.get(SINGLE_TENANT, "") in ("1", "true", "yes"),
        )
        return replace(settings, **given)

    @property
    def engine_url(self) -> str:
        """Where the workflow engine keeps its checkpoints."""
        if self.workflows_url:
            return self.workflows_url
        url = parsed_url(self.database_url)
        if url.get_backend_name() == "sqlite" and url.database:
            file = Path(url.database)
            url = url.set(database=str(file.with_name(f"{file.stem}.workflows{file.suffix}")))
        return url.render_as_string(hide_password=False)
