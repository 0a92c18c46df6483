"""The operations of `client.records`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions

    from .. import models, params


class Records(Resource):
    """The operations of `client.records`."""

    @property
    def with_raw_response(self) -> RecordsWithRawResponse:
        """The same methods, answering with the raw response."""
        return RecordsWithRawResponse(self)

    def bulk_update(
        self,
        object_type: str,
        *,
        inputs: list[params.RecordChangeParams],
        options: CallOptions | None = None,
    ) -> models.BulkResult:
        """Update up to 100 records of one kind.

        Complexity 4 (critical).

        Args:
            object_type: The kind of records: contacts, deals, companies.
            inputs: What changes of which records.
        """
        return self._call("bulk_update", locals(), options)


class AsyncRecords(AsyncResource):
    """The operations of `client.records`."""

    @property
    def with_raw_response(self) -> AsyncRecordsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncRecordsWithRawResponse(self)

    async def bulk_update(
        self,
        object_type: str,
        *,
        inputs: list[params.RecordChangeParams],
        options: CallOptions | None = None,
    ) -> models.BulkResult:
        """Update up to 100 records of one kind.

        Complexity 4 (critical).

        Args:
            object_type: The kind of records: contacts, deals, companies.
            inputs: What changes of which records.
        """
        return await self._call("bulk_update", locals(), options)


class RecordsWithRawResponse:
    """The methods of `Records`, answering with the raw response."""

    def __init__(self, resource: Records) -> None:
        self.bulk_update = raw(resource.bulk_update)


class AsyncRecordsWithRawResponse:
    """The methods of `AsyncRecords`, answering with the raw response."""

    def __init__(self, resource: AsyncRecords) -> None:
        self.bulk_update = async_raw(resource.bulk_update)
