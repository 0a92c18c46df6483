"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement as Acknowledgement
    from .channel import Channel as Channel
    from .channel import ChannelText as ChannelText
    from .channel_list import ChannelList as ChannelList
    from .channel_reply import ChannelReply as ChannelReply
    from .failure import Failure as Failure
    from .files_reply import UploadedFile as UploadedFile
    from .files_reply import FilesReply as FilesReply
    from .identity import Identity as Identity
    from .member_list import MemberList as MemberList
    from .message import Message as Message
    from .message import Reaction as Reaction
    from .message_deleted import MessageDeleted as MessageDeleted
    from .message_list import MessageList as MessageList
    from .message_sent import MessageSent as MessageSent
    from .permalink import Permalink as Permalink
    from .response_metadata import ResponseMetadata as ResponseMetadata
    from .upload_url import UploadUrl as UploadUrl
    from .user import Profile as Profile
    from .user import User as User
    from .user_list import UserList as UserList
    from .user_reply import UserReply as UserReply

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "acknowledgement": "Acknowledgement",
        "channel": "Channel ChannelText",
        "channel_list": "ChannelList",
        "channel_reply": "ChannelReply",
        "failure": "Failure",
        "files_reply": "UploadedFile FilesReply",
        "identity": "Identity",
        "member_list": "MemberList",
        "message": "Message Reaction",
        "message_deleted": "MessageDeleted",
        "message_list": "MessageList",
        "message_sent": "MessageSent",
        "permalink": "Permalink",
        "response_metadata": "ResponseMetadata",
        "upload_url": "UploadUrl",
        "user": "Profile User",
        "user_list": "UserList",
        "user_reply": "UserReply",
    },
)
