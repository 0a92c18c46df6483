"""The operations of `client.sections`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Sections(Resource):
    """The operations of `client.sections`."""

    @property
    def with_raw_response(self) -> SectionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return SectionsWithRawResponse(self)

    def add_task(
        self,
        section_gid: str,
        *,
        data: params.TaskOfSectionParams,
        options: CallOptions | None = None,
    ) -> models.Nothing:
        """Move a task into a section.

        Complexity 3 (write).

        Args:
            section_gid: The section's identifier.
        """
        return self._call("add_task_to_section", locals(), options)

    def create(
        self,
        project_gid: str,
        *,
        data: params.NewSectionParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.SectionReply:
        """Create a section in a project.

        Complexity 3 (write).

        Args:
            project_gid: The project's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._call("create_section", locals(), options)

    def list(
        self,
        project_gid: str,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Section, models.SectionPage]:
        """List the sections of a project.

        Complexity 1 (read).

        Args:
            project_gid: The project's identifier.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_sections", locals(), options)


class AsyncSections(AsyncResource):
    """The operations of `client.sections`."""

    @property
    def with_raw_response(self) -> AsyncSectionsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncSectionsWithRawResponse(self)

    async def add_task(
        self,
        section_gid: str,
        *,
        data: params.TaskOfSectionParams,
        options: CallOptions | None = None,
    ) -> models.Nothing:
        """Move a task into a section.

        Complexity 3 (write).

        Args:
            section_gid: The section's identifier.
        """
        return await self._call("add_task_to_section", locals(), options)

    async def create(
        self,
        project_gid: str,
        *,
        data: params.NewSectionParams,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.SectionReply:
        """Create a section in a project.

        Complexity 3 (write).

        Args:
            project_gid: The project's identifier.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return await self._call("create_section", locals(), options)

    def list(
        self,
        project_gid: str,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Section, models.SectionPage]:
        """List the sections of a project.

        Complexity 1 (read).

        Args:
            project_gid: The project's identifier.
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_sections", locals(), options)


class SectionsWithRawResponse:
    """The methods of `Sections`, answering with the raw response."""

    def __init__(self, resource: Sections) -> None:
        self.add_task = raw(resource.add_task)
        self.create = raw(resource.create)
        self.list = raw(resource.list)


class AsyncSectionsWithRawResponse:
    """The methods of `AsyncSections`, answering with the raw response."""

    def __init__(self, resource: AsyncSections) -> None:
        self.add_task = async_raw(resource.add_task)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
