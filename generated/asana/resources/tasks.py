"""The operations of `client.tasks`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins
    from datetime import date, datetime

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Tasks(Resource):
    """The operations of `client.tasks`."""

    @property
    def with_raw_response(self) -> TasksWithRawResponse:
        """The same methods, answering with the raw response."""
        return TasksWithRawResponse(self)

    def add_tag(
        self, task_gid: str, *, data: params.TagOfTaskParams, options: CallOptions | None = None
    ) -> models.Nothing:
        """Put a tag on a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
        """
        return self._call("add_tag_to_task", locals(), options)

    def create(
        self,
        *,
        data: params.NewTaskParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Create a task.

        Complexity 3 (write). Undone by delete_task.

        Args:
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("create_task", locals(), options)

    def create_subtask(
        self,
        task_gid: str,
        *,
        data: params.NewTaskParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Create a subtask of a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("create_subtask", locals(), options)

    def delete(self, task_gid: str, *, options: CallOptions | None = None) -> models.Nothing:
        """Move a task to the trash.

        Complexity 4 (critical).

        Args:
            task_gid: The task's identifier.
        """
        return self._call("delete_task", locals(), options)

    def list(
        self,
        *,
        assignee: str | Omit = OMIT,
        project: str | Omit = OMIT,
        section: str | Omit = OMIT,
        workspace: str | Omit = OMIT,
        completed_since: datetime | Omit = OMIT,
        modified_since: datetime | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Task, models.TaskPage]:
        """List tasks of a project, of a section, or of an assignee in a workspace.

        Complexity 1 (read).

        Args:
            assignee: The user whose tasks to list; needs workspace.
            project: The project whose tasks to list.
            section: The section whose tasks to list.
            workspace: The workspace to list in; needs assignee.
            completed_since: Only tasks that are open or were completed since.
            modified_since: Only tasks that were changed since.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_tasks", locals(), options)

    def list_subtasks(
        self,
        task_gid: str,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Task, models.TaskPage]:
        """List the subtasks of a task.

        Complexity 1 (read).

        Args:
            task_gid: The task's identifier.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_subtasks", locals(), options)

    def retrieve(
        self,
        task_gid: str,
        *,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Retrieve a task.

        Complexity 1 (read).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("get_task", locals(), options)

    def search(
        self,
        workspace_gid: str,
        *,
        text: str | Omit = OMIT,
        assignee_any: str | Omit = OMIT,
        projects_any: str | Omit = OMIT,
        due_on_before: date | Omit = OMIT,
        due_on_after: date | Omit = OMIT,
        completed: bool | Omit = OMIT,
        sort_by: params.SearchTasksSortByParams | Omit = OMIT,
        sort_ascending: bool | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskList:
        """Search the tasks of a workspace.

        Complexity 1 (read).

        Args:
            workspace_gid: The workspace's identifier.
            text: Words in the name or the notes.
            assignee_any: Only tasks of any of these users
            projects_any: Only tasks in any of these projects
            due_on_before: Only tasks that are due before this day.
            due_on_after: Only tasks that are due after this day.
            completed: Only tasks that are done
            sort_by: What they are sorted by.
            sort_ascending: Whether the smallest comes first.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("search_tasks", locals(), options)

    def update(
        self,
        task_gid: str,
        *,
        data: params.TaskChangeParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Update a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("update_task", locals(), options)


class AsyncTasks(AsyncResource):
    """The operations of `client.tasks`."""

    @property
    def with_raw_response(self) -> AsyncTasksWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncTasksWithRawResponse(self)

    async def add_tag(
        self, task_gid: str, *, data: params.TagOfTaskParams, options: CallOptions | None = None
    ) -> models.Nothing:
        """Put a tag on a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
        """
        return await self._call("add_tag_to_task", locals(), options)

    async def create(
        self,
        *,
        data: params.NewTaskParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Create a task.

        Complexity 3 (write). Undone by delete_task.

        Args:
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("create_task", locals(), options)

    async def create_subtask(
        self,
        task_gid: str,
        *,
        data: params.NewTaskParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Create a subtask of a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("create_subtask", locals(), options)

    async def delete(self, task_gid: str, *, options: CallOptions | None = None) -> models.Nothing:
        """Move a task to the trash.

        Complexity 4 (critical).

        Args:
            task_gid: The task's identifier.
        """
        return await self._call("delete_task", locals(), options)

    def list(
        self,
        *,
        assignee: str | Omit = OMIT,
        project: str | Omit = OMIT,
        section: str | Omit = OMIT,
        workspace: str | Omit = OMIT,
        completed_since: datetime | Omit = OMIT,
        modified_since: datetime | Omit = OMIT,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Task, models.TaskPage]:
        """List tasks of a project, of a section, or of an assignee in a workspace.

        Complexity 1 (read).

        Args:
            assignee: The user whose tasks to list; needs workspace.
            project: The project whose tasks to list.
            section: The section whose tasks to list.
            workspace: The workspace to list in; needs assignee.
            completed_since: Only tasks that are open or were completed since.
            modified_since: Only tasks that were changed since.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_tasks", locals(), options)

    def list_subtasks(
        self,
        task_gid: str,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Task, models.TaskPage]:
        """List the subtasks of a task.

        Complexity 1 (read).

        Args:
            task_gid: The task's identifier.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_subtasks", locals(), options)

    async def retrieve(
        self,
        task_gid: str,
        *,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Retrieve a task.

        Complexity 1 (read).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("get_task", locals(), options)

    async def search(
        self,
        workspace_gid: str,
        *,
        text: str | Omit = OMIT,
        assignee_any: str | Omit = OMIT,
        projects_any: str | Omit = OMIT,
        due_on_before: date | Omit = OMIT,
        due_on_after: date | Omit = OMIT,
        completed: bool | Omit = OMIT,
        sort_by: params.SearchTasksSortByParams | Omit = OMIT,
        sort_ascending: bool | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskList:
        """Search the tasks of a workspace.

        Complexity 1 (read).

        Args:
            workspace_gid: The workspace's identifier.
            text: Words in the name or the notes.
            assignee_any: Only tasks of any of these users
            projects_any: Only tasks in any of these projects
            due_on_before: Only tasks that are due before this day.
            due_on_after: Only tasks that are due after this day.
            completed: Only tasks that are done
            sort_by: What they are sorted by.
            sort_ascending: Whether the smallest comes first.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("search_tasks", locals(), options)

    async def update(
        self,
        task_gid: str,
        *,
        data: params.TaskChangeParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.TaskReply:
        """Update a task.

        Complexity 3 (write).

        Args:
            task_gid: The task's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("update_task", locals(), options)


class TasksWithRawResponse:
    """The methods of `Tasks`, answering with the raw response."""

    def __init__(self, resource: Tasks) -> None:
        self.add_tag = raw(resource.add_tag)
        self.create = raw(resource.create)
        self.create_subtask = raw(resource.create_subtask)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.list_subtasks = raw(resource.list_subtasks)
        self.retrieve = raw(resource.retrieve)
        self.search = raw(resource.search)
        self.update = raw(resource.update)


class AsyncTasksWithRawResponse:
    """The methods of `AsyncTasks`, answering with the raw response."""

    def __init__(self, resource: AsyncTasks) -> None:
        self.add_tag = async_raw(resource.add_tag)
        self.create = async_raw(resource.create)
        self.create_subtask = async_raw(resource.create_subtask)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.list_subtasks = async_raw(resource.list_subtasks)
        self.retrieve = async_raw(resource.retrieve)
        self.search = async_raw(resource.search)
        self.update = async_raw(resource.update)
