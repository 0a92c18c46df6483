"""The operations of `client.webhook_endpoints`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    import builtins

    from connector_runtime.client import CallOptions, Omit, Page, PendingPage

    from .. import models


class WebhookEndpoints(Resource):
    """The operations of `client.webhook_endpoints`."""

    @property
    def with_raw_response(self) -> WebhookEndpointsWithRawResponse:
        """The same methods, answering with the raw response."""
        return WebhookEndpointsWithRawResponse(self)

    def create(
        self,
        *,
        url: str,
        enabled_events: builtins.list[str],
        stripe_version: str | Omit = OMIT,
        description: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        api_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.WebhookEndpoint:
        """Create a webhook endpoint.

        Complexity 3 (write). Undone by delete_webhook_endpoint.

        Args:
            url: Where events are sent.
            enabled_events: Which events are sent.
            stripe_version: The version of the API.
            description: A note about the endpoint.
            metadata: Your own keys and values.
            api_version: The version events are written in.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("create_webhook_endpoint", locals(), options)

    def delete(
        self,
        webhook_endpoint: str,
        *,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Delete a webhook endpoint.

        Complexity 4 (critical).

        Args:
            webhook_endpoint: The identifier of the webhook endpoint.
            stripe_version: The version of the API.
        """
        return self._call("delete_webhook_endpoint", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Page[models.WebhookEndpoint, models.WebhookEndpointList]:
        """List webhook endpoints, newest first.

        Complexity 1 (read).

        Args:
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_webhook_endpoints", locals(), options)

    def retrieve(
        self,
        webhook_endpoint: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.WebhookEndpoint:
        """Retrieve a webhook endpoint.

        Complexity 1 (read).

        Args:
            webhook_endpoint: The identifier of the webhook endpoint.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._call("retrieve_webhook_endpoint", locals(), options)

    def update(
        self,
        webhook_endpoint: str,
        *,
        stripe_version: str | Omit = OMIT,
        url: str | Omit = OMIT,
        enabled_events: builtins.list[str] | Omit = OMIT,
        description: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        disabled: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.WebhookEndpoint:
        """Update a webhook endpoint.

        Complexity 3 (write).

        Args:
            webhook_endpoint: The identifier of the webhook endpoint.
            stripe_version: The version of the API.
            url: Where events are sent.
            enabled_events: Which events are sent.
            description: A note about the endpoint.
            metadata: Your own keys and values.
            disabled: Stop sending events.
            expand: Fields to answer as objects instead of identifiers.
        """
        return self._call("update_webhook_endpoint", locals(), options)


class AsyncWebhookEndpoints(AsyncResource):
    """The operations of `client.webhook_endpoints`."""

    @property
    def with_raw_response(self) -> AsyncWebhookEndpointsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncWebhookEndpointsWithRawResponse(self)

    async def create(
        self,
        *,
        url: str,
        enabled_events: builtins.list[str],
        stripe_version: str | Omit = OMIT,
        description: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        api_version: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.WebhookEndpoint:
        """Create a webhook endpoint.

        Complexity 3 (write). Undone by delete_webhook_endpoint.

        Args:
            url: Where events are sent.
            enabled_events: Which events are sent.
            stripe_version: The version of the API.
            description: A note about the endpoint.
            metadata: Your own keys and values.
            api_version: The version events are written in.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("create_webhook_endpoint", locals(), options)

    async def delete(
        self,
        webhook_endpoint: str,
        *,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Deleted:
        """Delete a webhook endpoint.

        Complexity 4 (critical).

        Args:
            webhook_endpoint: The identifier of the webhook endpoint.
            stripe_version: The version of the API.
        """
        return await self._call("delete_webhook_endpoint", locals(), options)

    def list(
        self,
        *,
        limit: int | Omit = OMIT,
        starting_after: str | Omit = OMIT,
        ending_before: str | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> PendingPage[models.WebhookEndpoint, models.WebhookEndpointList]:
        """List webhook endpoints, newest first.

        Complexity 1 (read).

        Args:
            limit: Most items on a page.
            starting_after: The identifier before the page.
            ending_before: The identifier after the page.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return self._page("list_webhook_endpoints", locals(), options)

    async def retrieve(
        self,
        webhook_endpoint: str,
        *,
        expand: builtins.list[str] | Omit = OMIT,
        stripe_version: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.WebhookEndpoint:
        """Retrieve a webhook endpoint.

        Complexity 1 (read).

        Args:
            webhook_endpoint: The identifier of the webhook endpoint.
            expand: Fields to answer as objects instead of identifiers.
            stripe_version: The version of the API.
        """
        return await self._call("retrieve_webhook_endpoint", locals(), options)

    async def update(
        self,
        webhook_endpoint: str,
        *,
        stripe_version: str | Omit = OMIT,
        url: str | Omit = OMIT,
        enabled_events: builtins.list[str] | Omit = OMIT,
        description: str | Omit = OMIT,
        metadata: dict[str, str] | Omit = OMIT,
        disabled: bool | Omit = OMIT,
        expand: builtins.list[str] | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.WebhookEndpoint:
        """Update a webhook endpoint.

        Complexity 3 (write).

        Args:
            webhook_endpoint: The identifier of the webhook endpoint.
            stripe_version: The version of the API.
            url: Where events are sent.
            enabled_events: Which events are sent.
            description: A note about the endpoint.
            metadata: Your own keys and values.
            disabled: Stop sending events.
            expand: Fields to answer as objects instead of identifiers.
        """
        return await self._call("update_webhook_endpoint", locals(), options)


class WebhookEndpointsWithRawResponse:
    """The methods of `WebhookEndpoints`, answering with the raw response."""

    def __init__(self, resource: WebhookEndpoints) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncWebhookEndpointsWithRawResponse:
    """The methods of `AsyncWebhookEndpoints`, answering with the raw response."""

    def __init__(self, resource: AsyncWebhookEndpoints) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
