"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .account_details import AccountDetails as AccountDetails
    from .associations import Associations as Associations
    from .associations import AssociatedId as AssociatedId
    from .associations import AssociationPage as AssociationPage
    from .bulk_result import Record as Record
    from .bulk_result import BulkResult as BulkResult
    from .company_page import CompanyProperties as CompanyProperties
    from .company_page import Company as Company
    from .company_page import CompanyPage as CompanyPage
    from .contact_page import ContactProperties as ContactProperties
    from .contact_page import Contact as Contact
    from .contact_page import ContactPage as ContactPage
    from .deal_page import DealProperties as DealProperties
    from .deal_page import Deal as Deal
    from .deal_page import DealPage as DealPage
    from .failure import Failure as Failure
    from .failure import FailureDetail as FailureDetail
    from .owner_list import Owner as Owner
    from .owner_list import OwnerList as OwnerList
    from .paging import Paging as Paging
    from .paging import NextPage as NextPage
    from .pipeline_list import PipelineStage as PipelineStage
    from .pipeline_list import Pipeline as Pipeline
    from .pipeline_list import PipelineList as PipelineList

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "account_details": "AccountDetails",
        "associations": "Associations AssociatedId AssociationPage",
        "bulk_result": "Record BulkResult",
        "company_page": "CompanyProperties Company CompanyPage",
        "contact_page": "ContactProperties Contact ContactPage",
        "deal_page": "DealProperties Deal DealPage",
        "failure": "Failure FailureDetail",
        "owner_list": "Owner OwnerList",
        "paging": "Paging NextPage",
        "pipeline_list": "PipelineStage Pipeline PipelineList",
    },
)
