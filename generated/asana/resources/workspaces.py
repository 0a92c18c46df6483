"""The operations of `client.workspaces`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Workspaces(Resource):
    """The operations of `client.workspaces`."""

    @property
    def with_raw_response(self) -> WorkspacesWithRawResponse:
        """The same methods, answering with the raw response."""
        return WorkspacesWithRawResponse(self)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Workspace, models.WorkspacePage]:
        """List the workspaces that the token can see.

        Complexity 1 (read).

        Args:
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_workspaces", locals(), options)


class AsyncWorkspaces(AsyncResource):
    """The operations of `client.workspaces`."""

    @property
    def with_raw_response(self) -> AsyncWorkspacesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncWorkspacesWithRawResponse(self)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        offset: str | Omit = OMIT,
        opt_fields: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Workspace, models.WorkspacePage]:
        """List the workspaces that the token can see.

        Complexity 1 (read).

        Args:
            limit: Most items on a page.
            offset: Where the page begins.
            opt_fields: Fields to answer with, such as assignee.name; without it the usual ones.
        """
        return self._page("list_workspaces", locals(), options)


class WorkspacesWithRawResponse:
    """The methods of `Workspaces`, answering with the raw response."""

    def __init__(self, resource: Workspaces) -> None:
        self.list = raw(resource.list)


class AsyncWorkspacesWithRawResponse:
    """The methods of `AsyncWorkspaces`, answering with the raw response."""

    def __init__(self, resource: AsyncWorkspaces) -> None:
        self.list = async_raw(resource.list)
