"""The operations of `client.fine_tuning`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class FineTuning(Resource):
    """The operations of `client.fine_tuning`."""

    @cached_property
    def jobs(self) -> FineTuningJobs:
        """The operations of `client.fine_tuning.jobs`."""
        return FineTuningJobs(self._client)


class AsyncFineTuning(AsyncResource):
    """The operations of `client.fine_tuning`."""

    @cached_property
    def jobs(self) -> AsyncFineTuningJobs:
        """The operations of `client.fine_tuning.jobs`."""
        return AsyncFineTuningJobs(self._client)


class FineTuningJobs(Resource):
    """The operations of `client.fine_tuning.jobs`."""

    @property
    def with_raw_response(self) -> FineTuningJobsWithRawResponse:
        """The same methods, answering with the raw response."""
        return FineTuningJobsWithRawResponse(self)

    def cancel(
        self,
        fine_tuning_job_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FineTuningJob:
        """Stop a training.

        Complexity 4 (critical).

        Args:
            fine_tuning_job_id: The training's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("cancel_fine_tuning_job", locals(), options)

    def create(
        self,
        *,
        model: str,
        training_file: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        validation_file: str | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FineTuningJob:
        """Train a model on a file.

        Complexity 4 (critical).

        Args:
            model: The model to start from.
            training_file: The file with examples.
            organization: The organization that pays.
            project: The project that pays.
            validation_file: The file that the result is judged by.
            suffix: Ends the new model's name.
            seed: Makes the result repeatable.
        """
        return self._call("create_fine_tuning_job", locals(), options)

    def list(
        self,
        *,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.FineTuningJob, models.ListPaginatedFineTuningJobsReply]:
        """List trainings.

        Complexity 1 (read).

        Args:
            after: Starts the page after this identifier.
            limit: Most items on a page.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_fine_tuning_jobs", locals(), options)

    def retrieve(
        self,
        fine_tuning_job_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FineTuningJob:
        """See how far a training is.

        Complexity 1 (read).

        Args:
            fine_tuning_job_id: The training's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._call("retrieve_fine_tuning_job", locals(), options)


class AsyncFineTuningJobs(AsyncResource):
    """The operations of `client.fine_tuning.jobs`."""

    @property
    def with_raw_response(self) -> AsyncFineTuningJobsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncFineTuningJobsWithRawResponse(self)

    async def cancel(
        self,
        fine_tuning_job_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FineTuningJob:
        """Stop a training.

        Complexity 4 (critical).

        Args:
            fine_tuning_job_id: The training's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("cancel_fine_tuning_job", locals(), options)

    async def create(
        self,
        *,
        model: str,
        training_file: str,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        validation_file: str | Omit | None = OMIT,
        suffix: str | Omit | None = OMIT,
        seed: int | Omit | None = OMIT,
        metadata: params.MetadataParams | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FineTuningJob:
        """Train a model on a file.

        Complexity 4 (critical).

        Args:
            model: The model to start from.
            training_file: The file with examples.
            organization: The organization that pays.
            project: The project that pays.
            validation_file: The file that the result is judged by.
            suffix: Ends the new model's name.
            seed: Makes the result repeatable.
        """
        return await self._call("create_fine_tuning_job", locals(), options)

    def list(
        self,
        *,
        after: str | Omit = OMIT,
        limit: int | Omit = OMIT,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.FineTuningJob, models.ListPaginatedFineTuningJobsReply]:
        """List trainings.

        Complexity 1 (read).

        Args:
            after: Starts the page after this identifier.
            limit: Most items on a page.
            organization: The organization that pays.
            project: The project that pays.
        """
        return self._page("list_fine_tuning_jobs", locals(), options)

    async def retrieve(
        self,
        fine_tuning_job_id: str,
        *,
        organization: str | Omit = OMIT,
        project: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.FineTuningJob:
        """See how far a training is.

        Complexity 1 (read).

        Args:
            fine_tuning_job_id: The training's identifier.
            organization: The organization that pays.
            project: The project that pays.
        """
        return await self._call("retrieve_fine_tuning_job", locals(), options)


class FineTuningJobsWithRawResponse:
    """The methods of `FineTuningJobs`, answering with the raw response."""

    def __init__(self, resource: FineTuningJobs) -> None:
        self.cancel = raw(resource.cancel)
        self.create = raw(resource.create)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)


class AsyncFineTuningJobsWithRawResponse:
    """The methods of `AsyncFineTuningJobs`, answering with the raw response."""

    def __init__(self, resource: AsyncFineTuningJobs) -> None:
        self.cancel = async_raw(resource.cancel)
        self.create = async_raw(resource.create)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
