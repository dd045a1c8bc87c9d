"""The home page panels about writing: drafts in progress, and comments on them."""

from typing import Any

from django.db.models import Prefetch
from wagtail.models import Comment, CommentReply, Page, WorkflowState
from wagtail.permissions import page_permission_policy

from reports.authoring.home.line import MAX_LINES, Line, count_findings, edit_url, name, title
from reports.authoring.home.review import list_awaiting_page_ids
from reports.content.models import AnnualReportPage


def list_drafts(user: Any) -> list[Line]:
    """Return the reports with unpublished changes: their stage and their findings.

    Drafts that `user` can approve are in another panel.
    """
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    pages = list(
        editable.type(AnnualReportPage)
        .filter(has_unpublished_changes=True)
        .exclude(pk__in=list_awaiting_page_ids(user))
        .prefetch_workflow_states()
        .select_related("latest_revision__user")
        .defer("latest_revision__content")
        .order_by("-latest_revision_created_at")[:MAX_LINES]
    )
    findings = count_findings(pages)
    return [
        Line(
            title(page),
            edit_url(page, user),
            (
                describe_stage(page),
                findings.get(page.pk, "pas encore contrôlé"),
                f"modifié par {name(page.latest_revision.user)}",
            ),
            page.latest_revision_created_at,
            page=page,
        )
        for page in pages
        if page.latest_revision
    ]


def describe_stage(page: Page) -> str:
    state = page.current_workflow_state
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return "à reprendre"
    if state and state.current_task_state:
        return f"en attente : {state.current_task_state.task.name}"
    return "publié, modifié depuis" if page.live else "jamais publié"


def list_comments(user: Any) -> list[Line]:
    """Return the unresolved comments in which another user wrote last."""
    editable = page_permission_policy.instances_user_has_permission_for(user, "change")
    replies = CommentReply.objects.select_related("user").order_by("created_at")
    threads = (
        Comment.objects.filter(page__in=editable.values("pk"), resolved_at=None)
        .select_related("user", "page")
        .prefetch_related(Prefetch("replies", replies))
        .order_by("-updated_at")
    )
    lines = [describe_thread(comment, user) for comment in threads[: 2 * MAX_LINES]]
    return [line for line in lines if line][:MAX_LINES]


def describe_thread(comment: Comment, user: Any) -> Line | None:
    thread = [comment, *comment.replies.all()]
    last = thread[-1]
    if last.user_id == user.pk:
        return None
    yours = any(one.user_id == user.pk for one in thread[:-1])
    fact = f"{name(last.user)} vous répond" if yours else f"{name(last.user)} écrit"
    url = f"{edit_url(comment.page, user)}?commentaire={comment.pk}"
    return Line(title(comment.page), url, (fact,), last.created_at, last.text, comment.page)
