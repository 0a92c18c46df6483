"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .acknowledgement import Acknowledgement as Acknowledgement
    from .channel import Channel as Channel
    from .channel import ChannelText as ChannelText
    from .channel import ChannelReply as ChannelReply
    from .channel import ChannelList as ChannelList
    from .failure import Failure as Failure
    from .files_reply import UploadedFile as UploadedFile
    from .files_reply import FilesReply as FilesReply
    from .identity import Identity as Identity
    from .member_list import MemberList as MemberList
    from .message import Message as Message
    from .message import Reaction as Reaction
    from .message import MessageSent as MessageSent
    from .message import MessageDeleted as MessageDeleted
    from .message import MessageList as MessageList
    from .permalink import Permalink as Permalink
    from .response_metadata import ResponseMetadata as ResponseMetadata
    from .upload_url import UploadUrl as UploadUrl
    from .user import Profile as Profile
    from .user import User as User
    from .user import UserReply as UserReply
    from .user import UserList as UserList

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "acknowledgement": "Acknowledgement",
        "channel": "Channel ChannelText ChannelReply ChannelList",
        "failure": "Failure",
        "files_reply": "UploadedFile FilesReply",
        "identity": "Identity",
        "member_list": "MemberList",
        "message": "Message Reaction MessageSent MessageDeleted MessageList",
        "permalink": "Permalink",
        "response_metadata": "ResponseMetadata",
        "upload_url": "UploadUrl",
        "user": "Profile User UserReply UserList",
    },
)
