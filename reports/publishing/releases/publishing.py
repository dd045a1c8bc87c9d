"""Publishes a release when it is due, in one transaction: all of it, or nothing."""

import datetime
import logging
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone

from reports.content.models.publication_context import publication_context
from reports.publishing.models import Release, StagedDocument
from reports.publishing.releases import redirects
from reports.publishing.releases.approval import notify
from reports.publishing.releases.drafts import forget_approval, iterate_items
from reports.publishing.releases.locks import lock_drafts
from reports.publishing.releases.problems import ReleaseRefused, demand_release_now

logger = logging.getLogger(__name__)

ACTION = "wagtail.publish.scheduled"
MAX_LATENESS = datetime.timedelta(minutes=10)
"""How long after its hour a release is tried again that fails for an unknown reason."""
FAILED = "Une erreur l’a empêchée de paraître : rien n’a changé. L’exploitant la trouve au journal."


def publish_due_releases(write: Callable[[str], object]) -> list[bool]:
    """Publish or hold each release that is due; return for each whether that succeeded."""
    due = Release.objects.filter(
        state=Release.State.APPROVED, goes_public_at__lte=timezone.now()
    ).order_by("goes_public_at", "pk")
    return [publish_due_release(release, write) for release in due]


def publish_due_release(release: Release, write: Callable[[str], object]) -> bool:
    """Publish one release, or hold it. Return False if an unknown error prevented that.

    Such an error may be a short outage of the database, so the release is tried again for a while.
    """
    try:
        try:
            with transaction.atomic():
                publish(release.pk)
        except ReleaseRefused as refused:
            hold(release.pk, [str(problem) for problem in refused.problems], write)
    except Exception as error:  # its words may be those of a draft
        name = type(error).__name__
        logger.error("Release %s could not become public: %s.", release.pk, name)
        if timezone.now() > release.goes_public_at + MAX_LATENESS:
            hold(release.pk, [FAILED], write)
        return False
    return True


def publish(pk: int) -> None:
    """Publish everything in a release, unless its time has been changed meanwhile.

    Raises `ReleaseRefused` before anything is written, and the errors of the gates.
    """
    now = timezone.now()
    due = Release.objects.filter(state=Release.State.APPROVED, goes_public_at__lte=now, pk=pk)
    if release := due.first():
        lock_drafts(release)
        release = due.select_for_update().first()
    if release is None:
        return
    demand_release_now(release)
    release.state, release.published_at = Release.State.PUBLISHED, now
    release.save(update_fields=["state", "published_at"])
    for staged in release.documents.select_related("document"):
        move_document(staged)
    with publication_context(user=release.approved_by, keeps_records=True):
        for item in iterate_items(release):
            assert item.revision  # one without would have been a problem
            item.revision.publish(user=release.approved_by, log_action=ACTION)
    for staged_redirect in release.redirects.all():
        redirects.make_redirect(staged_redirect)


def move_document(staged: StagedDocument) -> None:
    """Move a document to the collection in which everybody may read it."""
    staged.document.collection = staged.collection
    staged.document.save(update_fields=["collection"])


def hold(pk: int, problems: list[str], write: Callable[[str], object]) -> None:
    """Hold a release back, and tell its author and its approver why."""
    with transaction.atomic():
        release = Release.objects.select_for_update().get(pk=pk)
        if release.state != Release.State.APPROVED:
            return
        release.state, release.problems = Release.State.HELD, problems
        release.save(update_fields=["state", "problems"])
        forget_approval(release)
        notify(release, f"Publication retenue : {release}", "\n\n".join(problems))
    logger.warning("Held release %s.", pk)
    write(f"Retenu : {release}")
