"""The operations of `client.records`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class Records(Resource):
    """The operations of `client.records`."""

    @property
    def with_raw_response(self) -> RecordsWithRawResponse:
        """The same methods, answering with the raw response."""
        return RecordsWithRawResponse(self)

    def describe(
        self, object: str, *, options: CallOptions | None = None
    ) -> models.ObjectDescription:
        """Describe one kind of records with all its fields.

        Complexity 1 (read).

        Args:
            object: The API name such as Account.
        """
        return self._call("describe_object", locals(), options)

    def list_objects(self, *, options: CallOptions | None = None) -> models.ObjectList:
        """List the kinds of records there are.

        Complexity 1 (read).
        """
        return self._call("list_objects", locals(), options)

    def query(
        self, *, q: str, options: CallOptions | None = None
    ) -> Page[models.Record, models.QueryResult]:
        """Run a SOQL query.

        Complexity 1 (read).

        Args:
            q: The query in SOQL.
        """
        return self._page("query_records", locals(), options)

    def recent(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> models.RecentRecords:
        """List the records that were viewed last.

        Complexity 1 (read).

        Args:
            limit: Most records that are listed.
        """
        return self._call("get_recent_records", locals(), options)

    def search(self, *, q: str, options: CallOptions | None = None) -> models.SearchResult:
        """Run a SOSL search.

        Complexity 1 (read).

        Args:
            q: The search in SOSL.
        """
        return self._call("search_records", locals(), options)


class AsyncRecords(AsyncResource):
    """The operations of `client.records`."""

    @property
    def with_raw_response(self) -> AsyncRecordsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncRecordsWithRawResponse(self)

    async def describe(
        self, object: str, *, options: CallOptions | None = None
    ) -> models.ObjectDescription:
        """Describe one kind of records with all its fields.

        Complexity 1 (read).

        Args:
            object: The API name such as Account.
        """
        return await self._call("describe_object", locals(), options)

    async def list_objects(self, *, options: CallOptions | None = None) -> models.ObjectList:
        """List the kinds of records there are.

        Complexity 1 (read).
        """
        return await self._call("list_objects", locals(), options)

    def query(
        self, *, q: str, options: CallOptions | None = None
    ) -> PendingPage[models.Record, models.QueryResult]:
        """Run a SOQL query.

        Complexity 1 (read).

        Args:
            q: The query in SOQL.
        """
        return self._page("query_records", locals(), options)

    async def recent(
        self, *, limit: int | Omit = OMIT, options: CallOptions | None = None
    ) -> models.RecentRecords:
        """List the records that were viewed last.

        Complexity 1 (read).

        Args:
            limit: Most records that are listed.
        """
        return await self._call("get_recent_records", locals(), options)

    async def search(self, *, q: str, options: CallOptions | None = None) -> models.SearchResult:
        """Run a SOSL search.

        Complexity 1 (read).

        Args:
            q: The search in SOSL.
        """
        return await self._call("search_records", locals(), options)


class RecordsWithRawResponse:
    """The methods of `Records`, answering with the raw response."""

    def __init__(self, resource: Records) -> None:
        self.describe = raw(resource.describe)
        self.list_objects = raw(resource.list_objects)
        self.query = raw(resource.query)
        self.recent = raw(resource.recent)
        self.search = raw(resource.search)


class AsyncRecordsWithRawResponse:
    """The methods of `AsyncRecords`, answering with the raw response."""

    def __init__(self, resource: AsyncRecords) -> None:
        self.describe = async_raw(resource.describe)
        self.list_objects = async_raw(resource.list_objects)
        self.query = async_raw(resource.query)
        self.recent = async_raw(resource.recent)
        self.search = async_raw(resource.search)
