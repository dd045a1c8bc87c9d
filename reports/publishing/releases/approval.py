"""Approves a release in its present state, and withdraws drafts that change afterwards."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.mail import send_mail
from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Revision
from wagtail.signals import page_unpublished, unpublished

from reports.publishing.models import CorrectionAnswers, Release, ReleaseItem
from reports.publishing.releases.drafts import (
    base_type,
    compute_digest,
    forget_approval,
    items_of,
    iterate_items,
)
from reports.publishing.releases.locks import lock_row
from reports.publishing.releases.problems import (
    Problem,
    ReleaseRefused,
    demand_no_problems,
    demand_permissions,
)

logger = logging.getLogger(__name__)

PAST = "Son heure est passée : donnez-en une à venir."
CHANGED, UNPUBLISHED = "a été modifié", "a été dépublié"


@transaction.atomic
def approve(release: Release, user: Any) -> None:
    """Record the drafts of a release and schedule it. Raises `ReleaseRefused`."""
    locked = Release.objects.select_for_update().get(pk=release.pk)
    if not locked.is_open:
        raise ReleaseRefused([Problem("Cette publication n’est plus en préparation.")])
    if locked.goes_public_at <= timezone.now():
        raise ReleaseRefused([Problem(PAST)])
    demand_permissions(locked, user)
    demand_no_problems(locked)
    for item in iterate_items(locked):
        item.revision = item.subject.get_latest_revision()
        item.digest = compute_digest(item.revision)
        item.save(update_fields=["revision", "digest"])
    for staged in locked.documents.select_related("document"):
        staged.approved_file = str(staged.document.file.name)
        staged.save(update_fields=["approved_file"])
    locked.state, locked.problems = Release.State.APPROVED, []
    locked.approved_by, locked.approved_at = user, timezone.now()
    locked.save(update_fields=["state", "problems", "approved_by", "approved_at"])


@transaction.atomic
def take_back(release: Release) -> bool:
    """Reopen an approved release for changes; return False if it is no longer approved."""
    waiting = Release.objects.filter(pk=release.pk, state=Release.State.APPROVED)
    changed = waiting.update(state=Release.State.PREPARED, approved_by=None, approved_at=None)
    if changed:
        forget_approval(release)
    return bool(changed)


def withdraw_changed(sender: type, instance: Revision, raw: bool = False, **_: Any) -> None:
    """Withdraw from approved releases a draft that is saved after the approval."""
    if not raw:
        kind = ContentType.objects.get_for_id(instance.base_content_type_id)
        withdraw_where(kind, str(instance.object_id), partial(is_other, instance), CHANGED)


def is_other(saved: Revision, item: ReleaseItem) -> bool:
    """Return whether a saved revision is not the one that was approved, as it was approved."""
    if item.revision_id != saved.pk:
        return item.revision_id is None or saved.pk > item.revision_id
    return item.digest != compute_digest(Revision.objects.get(pk=saved.pk))


def withdraw_answered(sender: type, instance: Any, raw: bool = False, **_: Any) -> None:
    """Withdraw a draft about which something else is answered after the approval."""
    if not raw:
        withdraw_changed(Revision, instance.revision)


def withdraw_unpublished(sender: type, instance: Any, **_: Any) -> None:
    """Withdraw from approved releases what is unpublished after the approval."""
    withdraw_where(base_type(instance), str(instance.pk), lambda item: True, UNPUBLISHED)


def withdraw_where(
    kind: ContentType, object_id: str, is_wanted: Callable[[ReleaseItem], bool], why: str
) -> None:
    """Withdraw a page or record from the approved releases that contain it.

    If a release is just being published, this waits for its end, and then finds none.
    """
    if not items_of(kind, object_id).exists():
        return
    with transaction.atomic():
        lock_row(kind.model_class(), object_id)
        waiting = Release.objects.select_for_update().filter(state=Release.State.APPROVED)
        list(waiting.filter(items__in=items_of(kind, object_id)).order_by("pk"))
        for item in items_of(kind, object_id).select_related("release"):
            if is_wanted(item):
                withdraw(item, why)


def withdraw(item: ReleaseItem, why: str) -> None:
    """Remove an item from an approved release, and tell its author and its approver."""
    item.withdrawn_at = timezone.now()
    item.save(update_fields=["withdrawn_at"])
    logger.info("Withdrew an item from release %s.", item.release_id)
    notify(
        item.release,
        f"« {item} » ne paraîtra pas avec « {item.release} »",
        f"« {item} » {why} après l’approbation de « {item.release} ». Le reste paraîtra à l’heure "
        "dite. Reprenez la publication et approuvez-la de nouveau pour l’y remettre.",
    )


def notify(release: Release, subject: str, words: str) -> None:
    """Send mail to the author of a release and to its approver, on commit."""
    people = {person for person in (release.user, release.approved_by) if person and person.email}
    if people:
        one_line = " ".join(subject.split())  # a name may come from an import
        send_mail(one_line[:200], words, None, sorted(person.email for person in people))


def connect() -> None:
    uid = "reports.releases"
    post_save.connect(withdraw_changed, sender=Revision, dispatch_uid=uid)
    post_save.connect(withdraw_answered, sender=CorrectionAnswers, dispatch_uid=uid)
    page_unpublished.connect(withdraw_unpublished, dispatch_uid=uid)
    unpublished.connect(withdraw_unpublished, dispatch_uid=uid)
