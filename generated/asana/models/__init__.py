"""The models of replies, each module loaded when one of its names is first used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from connector_runtime.client import lazy_models

if TYPE_CHECKING:
    from .failure import Failure as Failure
    from .failure import Error as Error
    from .next_page import NextPage as NextPage
    from .nothing import Nothing as Nothing
    from .project import Project as Project
    from .project_page import ProjectPage as ProjectPage
    from .project_reply import ProjectReply as ProjectReply
    from .reference import Reference as Reference
    from .section import Section as Section
    from .section_page import SectionPage as SectionPage
    from .section_reply import SectionReply as SectionReply
    from .story import Story as Story
    from .story_page import StoryPage as StoryPage
    from .story_reply import StoryReply as StoryReply
    from .task import Task as Task
    from .task_list import TaskList as TaskList
    from .task_page import TaskPage as TaskPage
    from .task_reply import TaskReply as TaskReply
    from .user import User as User
    from .user_page import UserPage as UserPage
    from .user_reply import UserReply as UserReply
    from .workspace_page import Workspace as Workspace
    from .workspace_page import WorkspacePage as WorkspacePage

__getattr__, __dir__ = lazy_models(
    __name__,
    {
        "failure": "Failure Error",
        "next_page": "NextPage",
        "nothing": "Nothing",
        "project": "Project",
        "project_page": "ProjectPage",
        "project_reply": "ProjectReply",
        "reference": "Reference",
        "section": "Section",
        "section_page": "SectionPage",
        "section_reply": "SectionReply",
        "story": "Story",
        "story_page": "StoryPage",
        "story_reply": "StoryReply",
        "task": "Task",
        "task_list": "TaskList",
        "task_page": "TaskPage",
        "task_reply": "TaskReply",
        "user": "User",
        "user_page": "UserPage",
        "user_reply": "UserReply",
        "workspace_page": "Workspace WorkspacePage",
    },
)
