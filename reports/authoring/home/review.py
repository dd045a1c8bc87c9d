"""The home page panels about review: drafts that await approval, and drafts that were sent back."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.permissions import page_permission_policy

from reports.authoring.home.line import MAX_LINES, Line, count_findings, edit_url, name, title
from reports.content.models.record_kind import list_kinds


def list_awaiting_approval(user: Any) -> list[Line]:
    """Return the drafts that `user` may approve, the oldest first, with their findings."""
    states = list(
        find_reviewable_states(user)
        .select_related("task", "revision__user", "workflow_state__requested_by")
        .defer("revision__content")
        .prefetch_related("workflow_state__content_object")[:MAX_LINES]
    )
    things = [(state, state.workflow_state.content_object) for state in states]
    findings = count_findings([thing for _, thing in things if isinstance(thing, Page)])
    return [
        Line(
            title(thing),
            edit_url(thing, user),
            (
                state.task.name,
                f"soumis par {name(state.workflow_state.requested_by)}",
                *([findings[thing.pk]] if isinstance(thing, Page) and thing.pk in findings else []),
            ),
            state.started_at,
            page=thing if isinstance(thing, Page) else None,
        )
        for state, thing in things
        if thing is not None
    ]


def find_reviewable_states(user: Any) -> QuerySet[TaskState]:
    """Return the steps that `user` may approve, the oldest first."""
    states: QuerySet[TaskState] = TaskState.objects.reviewable_by(user)
    return states.order_by("started_at")


def list_awaiting_page_ids(user: Any) -> list[int]:
    """Return the ids of the pages that `list_awaiting_approval` shows."""
    page_type = ContentType.objects.get_for_model(Page).pk
    shown = find_reviewable_states(user).values_list(
        "workflow_state__base_content_type", "workflow_state__object_id"
    )[:MAX_LINES]
    return [int(object_id) for content_type, object_id in shown if content_type == page_type]


def list_sent_back(user: Any) -> list[Line]:
    """Return the drafts that were sent back for changes, with the reason."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    keys = [
        str(pk) for pk in pages.filter(has_unpublished_changes=True).values_list("pk", flat=True)
    ]
    kinds = [kind for kind in list_kinds() if user.has_perm(kind.get_permission("change"))]
    mine = Q(base_content_type=ContentType.objects.get_for_model(Page), object_id__in=keys)
    mine |= Q(
        base_content_type__app_label__in={kind.model._meta.app_label for kind in kinds},
        base_content_type__model__in=[kind.model_name for kind in kinds],
    )
    states = (
        WorkflowState.objects.filter(mine, status=WorkflowState.STATUS_NEEDS_CHANGES)
        .select_related(
            "current_task_state__task", "current_task_state__finished_by", "requested_by"
        )
        .prefetch_related("content_object")
        .order_by("-current_task_state__finished_at")[:MAX_LINES]
    )
    return [
        Line(
            title(state.content_object),
            edit_url(state.content_object, user),
            (
                list_requested_changes(state.current_task_state),
                f"soumis par {name(state.requested_by)}",
            ),
            state.current_task_state.finished_at,
            state.current_task_state.comment,
            state.content_object if isinstance(state.content_object, Page) else None,
        )
        for state in states
        if state.content_object is not None and state.current_task_state is not None
    ]


def list_requested_changes(state: TaskState) -> str:
    return f"{state.task.name} : {name(state.finished_by)} demande des modifications"
