"""The clients of Asana."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import AsyncClient, Client

from . import CONNECTOR

if TYPE_CHECKING:
    from typing import Unpack

    from connector_runtime.client import ClientSettings, CredentialsInput

    from .resources.projects import AsyncProjects, Projects
    from .resources.sections import AsyncSections, Sections
    from .resources.stories import AsyncStories, Stories
    from .resources.tasks import AsyncTasks, Tasks
    from .resources.users import AsyncUsers, Users
    from .resources.workspaces import AsyncWorkspaces, Workspaces


class AsanaClient(Client):
    """Synchronous client of Asana."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def projects(self) -> Projects:
        """The operations of `client.projects`."""
        from .resources.projects import Projects

        return Projects(self)

    @cached_property
    def sections(self) -> Sections:
        """The operations of `client.sections`."""
        from .resources.sections import Sections

        return Sections(self)

    @cached_property
    def stories(self) -> Stories:
        """The operations of `client.stories`."""
        from .resources.stories import Stories

        return Stories(self)

    @cached_property
    def tasks(self) -> Tasks:
        """The operations of `client.tasks`."""
        from .resources.tasks import Tasks

        return Tasks(self)

    @cached_property
    def users(self) -> Users:
        """The operations of `client.users`."""
        from .resources.users import Users

        return Users(self)

    @cached_property
    def workspaces(self) -> Workspaces:
        """The operations of `client.workspaces`."""
        from .resources.workspaces import Workspaces

        return Workspaces(self)


class AsyncAsanaClient(AsyncClient):
    """Asynchronous client of Asana."""

    def __init__(
        self,
        credentials: CredentialsInput | None = None,
        **settings: Unpack[ClientSettings],
    ) -> None:
        super().__init__(CONNECTOR, credentials, {}, settings)

    @cached_property
    def projects(self) -> AsyncProjects:
        """The operations of `client.projects`."""
        from .resources.projects import AsyncProjects

        return AsyncProjects(self)

    @cached_property
    def sections(self) -> AsyncSections:
        """The operations of `client.sections`."""
        from .resources.sections import AsyncSections

        return AsyncSections(self)

    @cached_property
    def stories(self) -> AsyncStories:
        """The operations of `client.stories`."""
        from .resources.stories import AsyncStories

        return AsyncStories(self)

    @cached_property
    def tasks(self) -> AsyncTasks:
        """The operations of `client.tasks`."""
        from .resources.tasks import AsyncTasks

        return AsyncTasks(self)

    @cached_property
    def users(self) -> AsyncUsers:
        """The operations of `client.users`."""
        from .resources.users import AsyncUsers

        return AsyncUsers(self)

    @cached_property
    def workspaces(self) -> AsyncWorkspaces:
        """The operations of `client.workspaces`."""
        from .resources.workspaces import AsyncWorkspaces

        return AsyncWorkspaces(self)
