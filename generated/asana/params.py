"""The shapes of nested request bodies; keys are those of the wire."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal, Required, TypeAlias, TypedDict

# fmt: off
NewProjectPrivacySettingParams: TypeAlias = "Literal['public_to_workspace', 'private_to_team', 'private'] | str"
ProjectChangePrivacySettingParams: TypeAlias = "Literal['public_to_workspace', 'private_to_team', 'private'] | str"
SearchTasksSortByParams: TypeAlias = "Literal['due_date', 'created_at', 'completed_at', 'likes', 'modified_at'] | str"
# fmt: on


class NewProjectParams(TypedDict, total=False):
    name: str
    """What the project is called."""
    notes: str
    """What it is about."""
    owner: str | None
    """Who answers for it: an identifier, an address, or me."""
    color: str | None
    due_on: date | None
    """The day it is due."""
    start_on: date | None
    """The day it begins."""
    archived: bool
    """Whether it is out of sight."""
    default_view: Literal["list", "board", "calendar", "timeline"] | str
    privacy_setting: NewProjectPrivacySettingParams
    team: str
    """The team it belongs to; needed in organisations."""
    workspace: str
    """The workspace it belongs to."""


class NewSectionParams(TypedDict, total=False):
    name: Required[str]
    """What the section is called."""
    insert_before: str
    """The section to stand before."""
    insert_after: str
    """The section to stand after."""


class NewStoryParams(TypedDict, total=False):
    text: str
    """What is said."""
    html_text: str
    """The same as the HTML that Asana knows."""
    is_pinned: bool
    """Whether it stays on top."""


class NewTaskParams(TypedDict, total=False):
    name: str
    """What is to be done."""
    notes: str
    """More about it."""
    html_notes: str
    """The same as the HTML that Asana knows."""
    assignee: str | None
    """Who does it: an identifier, an address, or me."""
    due_on: date | None
    """The day it is due."""
    due_at: datetime | None
    """When it is due; instead of due_on."""
    start_on: date | None
    """The day it begins."""
    completed: bool
    """Whether it is done."""
    resource_subtype: Literal["default_task", "milestone", "approval"] | str
    custom_fields: dict[str, Any]
    """Values by the identifiers of their fields."""
    parent: str | None
    """The task that it is a part of."""
    projects: list[str]
    """The projects it belongs to."""
    tags: list[str]
    """The tags it has."""
    followers: list[str]
    """Who is told about it."""
    workspace: str
    """The workspace; where it has neither a project nor a parent."""


class ProjectChangeParams(TypedDict, total=False):
    name: str
    """What the project is called."""
    notes: str
    """What it is about."""
    owner: str | None
    """Who answers for it: an identifier, an address, or me."""
    color: str | None
    due_on: date | None
    """The day it is due."""
    start_on: date | None
    """The day it begins."""
    archived: bool
    """Whether it is out of sight."""
    default_view: Literal["list", "board", "calendar", "timeline"] | str
    privacy_setting: ProjectChangePrivacySettingParams


class TagOfTaskParams(TypedDict, total=False):
    tag: Required[str]
    """The tag's identifier."""


class TaskChangeParams(TypedDict, total=False):
    name: str
    """What is to be done."""
    notes: str
    """More about it."""
    html_notes: str
    """The same as the HTML that Asana knows."""
    assignee: str | None
    """Who does it: an identifier, an address, or me."""
    due_on: date | None
    """The day it is due."""
    due_at: datetime | None
    """When it is due; instead of due_on."""
    start_on: date | None
    """The day it begins."""
    completed: bool
    """Whether it is done."""
    resource_subtype: Literal["default_task", "milestone", "approval"] | str
    custom_fields: dict[str, Any]
    """Values by the identifiers of their fields."""


class TaskOfSectionParams(TypedDict, total=False):
    task: Required[str]
    """The task's identifier."""
    insert_before: str
    """The task to stand before."""
    insert_after: str
    """The task to stand after."""
