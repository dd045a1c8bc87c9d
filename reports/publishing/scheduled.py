"""Publishes and unpublishes what is due.

Wagtail's own command removes a revision from the queue before it saves the page, and stops at the
first error. Here each publication is one transaction: a killed process loses none and repeats none,
and an error does not hold up the others.
"""

import logging
from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageLogEntry, Revision

from reports.checks.schedule import hold_due
from reports.content.models.publication_context import publication_context
from reports.publishing.corrections.schedule import hold_unanswered
from reports.publishing.releases.publishing import publish_due_releases

logger = logging.getLogger(__name__)


def run_due(write: Callable[[str], object]) -> int:
    """Hold, unpublish and publish what is due; return how many publications failed."""
    hold_due(write)
    hold_unanswered(write)
    unpublished = [unpublish_expired(model, pk) for model, pk in list_expired()]
    due = Revision.objects.filter(approved_go_live_at__lt=timezone.now())
    published = [
        publish_due(pk)
        for pk in due.order_by("approved_go_live_at", "pk").values_list("pk", flat=True)
    ]
    released = publish_due_releases(write)
    return [*unpublished, *published, *released].count(False)


def list_expired() -> list[tuple[type[Any], Any]]:
    """Return the model and key of everything public whose time is over."""
    drafts = [model for model in apps.get_models() if issubclass(model, DraftStateMixin)]
    models: list[type[Any]] = [Page, *(each for each in drafts if not issubclass(each, Page))]
    now = timezone.now()
    return [
        (model, pk)
        for model in models
        for pk in model.objects.filter(live=True, expire_at__lt=now)
        .order_by("expire_at")
        .values_list("pk", flat=True)
    ]


def unpublish_expired(model: type[Any], pk: Any) -> bool:
    """Unpublish an object in one transaction, unless its expiry has been changed meanwhile."""
    try:
        with transaction.atomic():
            expired = model.objects.filter(live=True, expire_at__lt=timezone.now(), pk=pk)
            for instance in expired.select_for_update():
                instance.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    except Exception as error:
        return report_failure(f"{model._meta.label} {pk}", error)
    return True


def publish_due(pk: int) -> bool:
    """Publish a revision in one transaction, unless its time has been changed meanwhile."""
    try:
        with transaction.atomic():
            due = Revision.objects.filter(approved_go_live_at__lt=timezone.now(), pk=pk)
            for revision in due.select_for_update():
                with publication_context(user=find_scheduler(revision)):
                    revision.publish(log_action="wagtail.publish.scheduled")
    except Exception as error:
        return report_failure(f"revision {pk}", error)
    return True


def find_scheduler(revision: Revision) -> Any:
    """Return the user who scheduled a report's revision, or approved it for a time; None if
    unknown.

    When it is due, their permissions decide which of its records are published with it.
    """
    scheduled = PageLogEntry.objects.filter(revision=revision, action="wagtail.publish.schedule")
    entry = scheduled.order_by("timestamp", "pk").last()
    return get_user_model().objects.filter(pk=entry.user_id).first() if entry else None


def report_failure(what: str, error: Exception) -> bool:
    """Log the class of an error, without its message, which may quote a draft."""
    logger.error("The schedule could not change %s: %s.", what, type(error).__name__)
    return False
