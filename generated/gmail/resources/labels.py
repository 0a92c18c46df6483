"""The operations of `client.labels`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import OMIT, AsyncResource, Resource, async_raw, raw

if TYPE_CHECKING:
    from typing import Literal

    from connector_runtime.client import CallOptions, Omit

    from .. import models, params


class Labels(Resource):
    """The operations of `client.labels`."""

    @property
    def with_raw_response(self) -> LabelsWithRawResponse:
        """The same methods, answering with the raw response."""
        return LabelsWithRawResponse(self)

    def create(
        self,
        *,
        name: str,
        user_id: str | Omit = OMIT,
        message_list_visibility: Literal["show", "hide"] | str | Omit = OMIT,
        label_list_visibility: (
            Literal["labelShow", "labelShowIfUnread", "labelHide"] | str | Omit
        ) = OMIT,
        color: params.LabelColorParams | models.LabelColor | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Label:
        """Create a label.

        Complexity 3 (write). Undone by delete_label.

        Args:
            name: What the label is called.
            user_id: The address of the mailbox; me is that of the token.
            message_list_visibility: Whether messages show it.
            label_list_visibility: Whether the list of labels shows it.
        """
        return self._call("create_label", locals(), options)

    def delete(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Delete a label, and take it off all messages.

        Complexity 4 (critical).

        Args:
            id: The label's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        reply: None = self._call("delete_label", locals(), options)
        return reply

    def list(
        self, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.LabelList:
        """List the labels of the mailbox.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("list_labels", locals(), options)

    def retrieve(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Label:
        """Retrieve a label.

        Complexity 1 (read).

        Args:
            id: The label's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return self._call("get_label", locals(), options)

    def update(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        name: str | Omit = OMIT,
        message_list_visibility: Literal["show", "hide"] | str | Omit = OMIT,
        label_list_visibility: (
            Literal["labelShow", "labelShowIfUnread", "labelHide"] | str | Omit
        ) = OMIT,
        color: params.LabelColorParams | models.LabelColor | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Label:
        """Update a label.

        Complexity 3 (write).

        Args:
            id: The label's identifier.
            user_id: The address of the mailbox; me is that of the token.
            name: What the label is called.
            message_list_visibility: Whether messages show it.
            label_list_visibility: Whether the list of labels shows it.
        """
        return self._call("update_label", locals(), options)


class AsyncLabels(AsyncResource):
    """The operations of `client.labels`."""

    @property
    def with_raw_response(self) -> AsyncLabelsWithRawResponse:
        """The same methods, answering with the raw response."""
        return AsyncLabelsWithRawResponse(self)

    async def create(
        self,
        *,
        name: str,
        user_id: str | Omit = OMIT,
        message_list_visibility: Literal["show", "hide"] | str | Omit = OMIT,
        label_list_visibility: (
            Literal["labelShow", "labelShowIfUnread", "labelHide"] | str | Omit
        ) = OMIT,
        color: params.LabelColorParams | models.LabelColor | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Label:
        """Create a label.

        Complexity 3 (write). Undone by delete_label.

        Args:
            name: What the label is called.
            user_id: The address of the mailbox; me is that of the token.
            message_list_visibility: Whether messages show it.
            label_list_visibility: Whether the list of labels shows it.
        """
        return await self._call("create_label", locals(), options)

    async def delete(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> None:
        """Delete a label, and take it off all messages.

        Complexity 4 (critical).

        Args:
            id: The label's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("delete_label", locals(), options)

    async def list(
        self, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.LabelList:
        """List the labels of the mailbox.

        Complexity 1 (read).

        Args:
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("list_labels", locals(), options)

    async def retrieve(
        self, id: str, *, user_id: str | Omit = OMIT, options: CallOptions | None = None
    ) -> models.Label:
        """Retrieve a label.

        Complexity 1 (read).

        Args:
            id: The label's identifier.
            user_id: The address of the mailbox; me is that of the token.
        """
        return await self._call("get_label", locals(), options)

    async def update(
        self,
        id: str,
        *,
        user_id: str | Omit = OMIT,
        name: str | Omit = OMIT,
        message_list_visibility: Literal["show", "hide"] | str | Omit = OMIT,
        label_list_visibility: (
            Literal["labelShow", "labelShowIfUnread", "labelHide"] | str | Omit
        ) = OMIT,
        color: params.LabelColorParams | models.LabelColor | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> models.Label:
        """Update a label.

        Complexity 3 (write).

        Args:
            id: The label's identifier.
            user_id: The address of the mailbox; me is that of the token.
            name: What the label is called.
            message_list_visibility: Whether messages show it.
            label_list_visibility: Whether the list of labels shows it.
        """
        return await self._call("update_label", locals(), options)


class LabelsWithRawResponse:
    """The methods of `Labels`, answering with the raw response."""

    def __init__(self, resource: Labels) -> None:
        self.create = raw(resource.create)
        self.delete = raw(resource.delete)
        self.list = raw(resource.list)
        self.retrieve = raw(resource.retrieve)
        self.update = raw(resource.update)


class AsyncLabelsWithRawResponse:
    """The methods of `AsyncLabels`, answering with the raw response."""

    def __init__(self, resource: AsyncLabels) -> None:
        self.create = async_raw(resource.create)
        self.delete = async_raw(resource.delete)
        self.list = async_raw(resource.list)
        self.retrieve = async_raw(resource.retrieve)
        self.update = async_raw(resource.update)
