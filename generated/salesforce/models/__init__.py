"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .account import Account as Account
    from .contact import Contact as Contact
    from .lead import Lead as Lead
    from .limits import Limits as Limits
    from .limits import Limit as Limit
    from .object_description import ObjectField as ObjectField
    from .object_description import ObjectDescription as ObjectDescription
    from .object_list import ObjectSummary as ObjectSummary
    from .object_list import ObjectList as ObjectList
    from .opportunity import Opportunity as Opportunity
    from .query_result import QueryResult as QueryResult
    from .recent_records import RecentRecords as RecentRecords
    from .record import Record as Record
    from .record_attributes import RecordAttributes as RecordAttributes
    from .save_result import Error as Error
    from .save_result import SaveResult as SaveResult
    from .search_result import SearchResult as SearchResult

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "account": "Account",
        "contact": "Contact",
        "lead": "Lead",
        "limits": "Limits Limit",
        "object_description": "ObjectField ObjectDescription",
        "object_list": "ObjectSummary ObjectList",
        "opportunity": "Opportunity",
        "query_result": "QueryResult",
        "recent_records": "RecentRecords",
        "record": "Record",
        "record_attributes": "RecordAttributes",
        "save_result": "Error SaveResult",
        "search_result": "SearchResult",
    },
)
