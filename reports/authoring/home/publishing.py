"""The home page panels about publication: scheduled publications, and the latest ones."""

from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.permissions import page_permission_policy

from reports.authoring.home.line import Line, edit_url, name, title
from reports.content.dates import format_moment

MAX_LATEST_ENTRIES = 5


def list_scheduled(user: Any) -> list[Line]:
    """Return the scheduled publications of pages that `user` may publish, the next one first."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "publish")
    kind = ContentType.objects.get_for_model(Page)
    revisions = list(
        Revision.objects.filter(base_content_type=kind, approved_go_live_at__isnull=False)
        .select_related("user")
        .defer("content")
        .order_by("approved_go_live_at")
    )
    known = pages.in_bulk([int(revision.object_id) for revision in revisions])
    return [
        Line(
            title(page),
            edit_url(page, user),
            (
                f"le {format_moment(revision.approved_go_live_at)}",
                f"version de {name(revision.user)}",
            ),
            page=page,
        )
        for revision in revisions
        if (page := known.get(int(revision.object_id)))
    ]


def list_published(user: Any) -> list[Line]:
    """Return the latest publications, each with its user and time."""
    entries = PageLogEntry.objects.filter(action="wagtail.publish", page__isnull=False)
    return [
        Line(
            title(entry.page),
            edit_url(entry.page, user),
            (f"publié par {name(entry.user)}",),
            entry.timestamp,
            page=entry.page,
        )
        for entry in entries.select_related("page", "user").order_by("-timestamp")[
            :MAX_LATEST_ENTRIES
        ]
    ]
