"""The operations of `client.companies`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models, params


class Companies(Resource):
    """The operations of `client.companies`."""

    @property
    def with_raw_response(self) -> CompaniesWithRawResponse:
        """The same methods, answering with the raw response."""
        return CompaniesWithRawResponse(self)

    def create(
        self,
        *,
        properties: params.CompanyPropertiesParams | models.CompanyProperties,
        options: CallOptions | None = None,
    ) -> models.Company:
        """Create a company.

        Complexity 3 (write). Undone by delete_company.
        """
        return self._call("create_company", locals(), options)

    def delete(self, company_id: str, *, options: CallOptions | None = None) -> None:
        """Move a company to the recycling bin.

        Complexity 4 (critical).

        Args:
            company_id: The company's identifier, or another unique property that idProperty names.
        """
        reply: None = self._call("delete_company", locals(), options)
        return reply

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.Company, models.CompanyPage]:
        """List companies.

        Complexity 1 (read).

        Args:
            limit: Most records on a page.
            after: Where the page begins.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
        """
        return self._page("list_companies", locals(), options)

    def retrieve(
        self,
        company_id: str,
        *,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Company:
        """Retrieve a company.

        Complexity 1 (read).

        Args:
            company_id: The company's identifier, or another unique property that idProperty names.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
            id_property: The unique property that the identifier in the path is of.
        """
        return self._call("get_company", locals(), options)

    def update(
        self,
        company_id: str,
        *,
        properties: params.CompanyPropertiesParams | models.CompanyProperties,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Company:
        """Update a company.

        Complexity 3 (write).

        Args:
            company_id: The company's identifier, or another unique property that idProperty names.
            id_property: The unique property that the identifier in the path is of.
        """
        return self._call("update_company", locals(), options)


class AsyncCompanies(AsyncResource):
    """The operations of `client.companies`."""

    @property
    def with_raw_response(self) -> AsyncCompaniesWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncCompaniesWithRawResponse(self)

    async def create(
        self,
        *,
        properties: params.CompanyPropertiesParams | models.CompanyProperties,
        options: CallOptions | None = None,
    ) -> models.Company:
        """Create a company.

        Complexity 3 (write). Undone by delete_company.
        """
        return await self._call("create_company", locals(), options)

    async def delete(self, company_id: str, *, options: CallOptions | None = None) -> None:
        """Move a company to the recycling bin.

        Complexity 4 (critical).

        Args:
            company_id: The company's identifier, or another unique property that idProperty names.
        """
        return await self._call("delete_company", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        after: str | Omit = OMIT,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.Company, models.CompanyPage]:
        """List companies.

        Complexity 1 (read).

        Args:
            limit: Most records on a page.
            after: Where the page begins.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
        """
        return self._page("list_companies", locals(), options)

    async def retrieve(
        self,
        company_id: str,
        *,
        properties: builtins.list[str] | Omit = OMIT,
        associations: builtins.list[str] | Omit = OMIT,
        archived: bool | Omit = OMIT,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Company:
        """Retrieve a company.

        Complexity 1 (read).

        Args:
            company_id: The company's identifier, or another unique property that idProperty names.
            properties: The properties to answer with; without it a few common ones.
            associations: Kinds of records whose connections are listed too.
            archived: Only records in the recycling bin.
            id_property: The unique property that the identifier in the path is of.
        """
        return await self._call("get_company", locals(), options)

    async def update(
        self,
        company_id: str,
        *,
        properties: params.CompanyPropertiesParams | models.CompanyProperties,
        id_property: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Company:
        """Update a company.

        Complexity 3 (write).

        Args:
            company_id: The company's identifier, or another unique property that idProperty names.
            id_property: The unique property that the identifier in the path is of.
        """
        return await self._call("update_company", locals(), options)


class CompaniesWithRawResponse:
    """The methods of `Companies`, answering with the raw response."""

    def __init__(self, resource: Companies) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncCompaniesWithRawResponse:
    """The methods of `AsyncCompanies`, answering with the raw response."""

    def __init__(self, resource: AsyncCompanies) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
