"""A release becomes public at its hour, in one transaction: all of it, or nothing."""

import logging
from collections.abc import Callable

from django.db import transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Revision, Site

from reports.models import Release, StagedDocument, StagedRedirect
from reports.models.publication_context import publication_context
from reports.publication.releases.approval import notify
from reports.publication.releases.drafts import iterate_items
from reports.publication.releases.problems import ReleaseRefused, demand_no_problems

logger = logging.getLogger(__name__)

ACTION = "wagtail.publish.scheduled"


def publish_due_releases(write: Callable[[str], object]) -> list[bool]:
    """Publish or hold each release whose hour has come; return whether each could be dealt with."""
    due = Release.objects.filter(
        state=Release.State.APPROVED, goes_public_at__lte=timezone.now()
    ).order_by("goes_public_at", "pk")
    return [publish_due_release(pk, write) for pk in due.values_list("pk", flat=True)]


def publish_due_release(pk: int, write: Callable[[str], object]) -> bool:
    """Publish one release, or hold it. Return False where neither could be done."""
    try:
        try:
            with transaction.atomic():
                publish(pk)
        except ReleaseRefused as refused:
            hold(pk, refused.problems, write)
    except Exception as error:  # its words may be those of a draft
        logger.error("Release %s could not become public: %s.", pk, type(error).__name__)
        return False
    return True


def publish(pk: int) -> None:
    """Make everything in a release public, unless somebody has changed its hour meanwhile.

    Raises `ReleaseRefused` before anything is written, and what the gates raise.
    """
    now = timezone.now()
    due = Release.objects.filter(state=Release.State.APPROVED, goes_public_at__lte=now, pk=pk)
    release = due.select_for_update().first()
    if release is None:
        return
    lock_drafts(release)
    demand_no_problems(release)
    release.state, release.published_at = Release.State.PUBLISHED, now
    release.save(update_fields=["state", "published_at"])
    for staged in release.documents.select_related("document"):
        move_document(staged)
    with publication_context(user=release.approved_by):
        for item in iterate_items(release):
            assert item.revision  # one without would have been a problem
            item.revision.publish(user=release.approved_by, log_action=ACTION)
    for redirect in release.redirects.all():
        make_redirect(redirect)


def lock_drafts(release: Release) -> None:
    """Let nobody save into the approved drafts until they are public."""
    approved = release.items.filter(withdrawn_at=None).values("revision")
    list(Revision.objects.select_for_update().filter(pk__in=approved).values_list("pk"))


def move_document(staged: StagedDocument) -> None:
    """Move a document to the collection in which everybody may read it."""
    staged.document.collection = staged.collection
    staged.document.save(update_fields=["collection"])


def make_redirect(staged: StagedRedirect) -> None:
    """Make the redirect from a path, in place of one that is there, on the site of its page."""
    site: Site | None = staged.redirect_page.get_site() if staged.redirect_page else None
    Redirect.objects.update_or_create(
        old_path=Redirect.normalise_path(staged.old_path),
        site=site,
        defaults={"redirect_page": staged.redirect_page, "redirect_link": staged.redirect_link},
    )


def hold(pk: int, problems: list[str], write: Callable[[str], object]) -> None:
    """Keep a release from becoming public, and tell its author and who approved it why."""
    with transaction.atomic():
        release = Release.objects.select_for_update().get(pk=pk)
        if release.state != Release.State.APPROVED:
            return
        release.state, release.problems = Release.State.HELD, problems
        release.save(update_fields=["state", "problems"])
        notify(release, f"Publication retenue : {release}", "\n\n".join(problems))
    logger.warning("Held release %s.", pk)
    write(f"Retenu : {release}")
