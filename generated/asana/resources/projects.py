"""The operations of `client.projects`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Projects(Resource):
    """The operations of `client.projects`."""

    @property
    def with_raw_response(self) -> ProjectsWithRawResponse:
        """The same methods, answering with the raw response."""
        return ProjectsWithRawResponse(self)

    def create(
        self,
        *,
        data: params.NewProjectParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ProjectReply:
        """Create a project.

        Complexity 3 (write). Undone by delete_project.

        Args:
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("create_project", locals(), options)

    def delete(self, project_gid: str, *, options: CallOptions | None = None) -> models.Nothing:
        """Delete a project.

        Complexity 4 (critical).

        Args:
            project_gid: The project's identifier.
        """
        return self._call("delete_project", locals(), options)

    def list(
        self,
        *,
        workspace: str | Omit = OMIT,
        team: str | Omit = OMIT,
        archived: bool | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Project, models.ProjectPage]:
        """List projects.

        Complexity 1 (read).

        Args:
            workspace: The workspace whose projects to list.
            team: The team whose projects to list.
            archived: Only projects that are archived
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_projects", locals(), options)

    def list_tasks(
        self,
        project_gid: str,
        *,
        completed_since: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Task, models.TaskPage]:
        """List the tasks of a project.

        Complexity 1 (read).

        Args:
            project_gid: The project's identifier.
            completed_since: Only tasks that are open or were completed since.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_project_tasks", locals(), options)

    def retrieve(
        self,
        project_gid: str,
        *,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ProjectReply:
        """Retrieve a project.

        Complexity 1 (read).

        Args:
            project_gid: The project's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("get_project", locals(), options)

    def update(
        self,
        project_gid: str,
        *,
        data: params.ProjectChangeParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ProjectReply:
        """Update a project.

        Complexity 3 (write).

        Args:
            project_gid: The project's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("update_project", locals(), options)


class AsyncProjects(AsyncResource):
    """The operations of `client.projects`."""

    @property
    def with_raw_response(self) -> AsyncProjectsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncProjectsWithRawResponse(self)

    async def create(
        self,
        *,
        data: params.NewProjectParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ProjectReply:
        """Create a project.

        Complexity 3 (write). Undone by delete_project.

        Args:
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("create_project", locals(), options)

    async def delete(
        self, project_gid: str, *, options: CallOptions | None = None
    ) -> models.Nothing:
        """Delete a project.

        Complexity 4 (critical).

        Args:
            project_gid: The project's identifier.
        """
        return await self._call("delete_project", locals(), options)

    def list(
        self,
        *,
        workspace: str | Omit = OMIT,
        team: str | Omit = OMIT,
        archived: bool | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Project, models.ProjectPage]:
        """List projects.

        Complexity 1 (read).

        Args:
            workspace: The workspace whose projects to list.
            team: The team whose projects to list.
            archived: Only projects that are archived
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_projects", locals(), options)

    def list_tasks(
        self,
        project_gid: str,
        *,
        completed_since: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Task, models.TaskPage]:
        """List the tasks of a project.

        Complexity 1 (read).

        Args:
            project_gid: The project's identifier.
            completed_since: Only tasks that are open or were completed since.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_project_tasks", locals(), options)

    async def retrieve(
        self,
        project_gid: str,
        *,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ProjectReply:
        """Retrieve a project.

        Complexity 1 (read).

        Args:
            project_gid: The project's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("get_project", locals(), options)

    async def update(
        self,
        project_gid: str,
        *,
        data: params.ProjectChangeParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.ProjectReply:
        """Update a project.

        Complexity 3 (write).

        Args:
            project_gid: The project's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("update_project", locals(), options)


class ProjectsWithRawResponse:
    """The methods of `Projects`, answering with the raw response."""

    def __init__(self, resource: Projects) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.list_tasks = raw(resource.list_tasks)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncProjectsWithRawResponse:
    """The methods of `AsyncProjects`, answering with the raw response."""

    def __init__(self, resource: AsyncProjects) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.list_tasks = async_raw(resource.list_tasks)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
