"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .draft_page import Draft as Draft
    from .draft_page import DraftPage as DraftPage
    from .failure import Failure as Failure
    from .failure import Error as Error
    from .failure import ErrorReason as ErrorReason
    from .label_list import LabelColor as LabelColor
    from .label_list import Label as Label
    from .label_list import LabelList as LabelList
    from .message import MessageHeader as MessageHeader
    from .message import MessageBody as MessageBody
    from .message import MessagePart as MessagePart
    from .message import Message as Message
    from .message_page import MessagePage as MessagePage
    from .profile import Profile as Profile
    from .thread_page import Thread as Thread
    from .thread_page import ThreadPage as ThreadPage

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "draft_page": "Draft DraftPage",
        "failure": "Failure Error ErrorReason",
        "label_list": "LabelColor Label LabelList",
        "message": "MessageHeader MessageBody MessagePart Message",
        "message_page": "MessagePage",
        "profile": "Profile",
        "thread_page": "Thread ThreadPage",
    },
)
