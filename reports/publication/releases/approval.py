"""A release is approved as it is then; what changes afterwards is withdrawn, and that is told."""

import logging
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.mail import send_mail
from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Revision

from reports.models import Release, ReleaseItem
from reports.publication.releases.contents import may_publish
from reports.publication.releases.drafts import compute_digest, items_of, iterate_items
from reports.publication.releases.problems import ReleaseRefused, demand_no_problems

logger = logging.getLogger(__name__)

PAST = "Son heure est passée : donnez-en une à venir."


@transaction.atomic
def approve(release: Release, user: Any) -> None:
    """Note the drafts of a release and let it wait for its hour. Raises `ReleaseRefused`."""
    locked = Release.objects.select_for_update().get(pk=release.pk)
    if not locked.is_open:
        raise ReleaseRefused(["Cette publication n’est plus en préparation."])
    if locked.goes_public_at <= timezone.now():
        raise ReleaseRefused([PAST])
    locked.items.update(revision=None, digest="")  # nothing of an approval that was taken back
    demand_no_problems(locked)
    items = list(iterate_items(locked))
    foreign = [item for item in items if not may_publish(user, item.subject)]
    if foreign:
        raise ReleaseRefused([f"Vous ne pouvez pas publier « {item} »." for item in foreign])
    for item in items:
        item.revision = item.subject.get_latest_revision()
        item.digest = compute_digest(item.revision)
        item.save(update_fields=["revision", "digest"])
    locked.state, locked.problems = Release.State.APPROVED, []
    locked.approved_by, locked.approved_at = user, timezone.now()
    locked.save(update_fields=["state", "problems", "approved_by", "approved_at"])


@transaction.atomic
def take_back(release: Release) -> None:
    """Let a release that has not become public be changed again."""
    waiting = Release.objects.filter(pk=release.pk, state=Release.State.APPROVED)
    waiting.update(state=Release.State.PREPARED, approved_by=None, approved_at=None)


def withdraw_changed(sender: type, instance: Revision, raw: bool = False, **_: Any) -> None:
    """Withdraw from waiting releases what is saved anew after their approval."""
    if raw:
        return
    kind = ContentType.objects.get_for_id(instance.base_content_type_id)
    for item in items_of(kind, str(instance.object_id)).select_related("release"):
        saved = Revision.objects.get(pk=instance.pk)
        if item.revision_id != saved.pk or item.digest != compute_digest(saved):
            withdraw(item)


def withdraw(item: ReleaseItem) -> None:
    """Take an item out of a release that waits, and tell its author and who approved it."""
    item.withdrawn_at = timezone.now()
    item.save(update_fields=["withdrawn_at"])
    logger.info("Withdrew an item from release %s: its draft has changed.", item.release_id)
    notify(
        item.release,
        f"« {item} » ne paraîtra pas avec « {item.release} »",
        f"« {item} » a été modifié après l’approbation de « {item.release} ». Le reste paraîtra à "
        "l’heure dite. Reprenez la publication et approuvez-la de nouveau pour l’y remettre.",
    )


def notify(release: Release, subject: str, words: str) -> None:
    """Send a mail to the author of a release and to who approved it, with the transaction."""
    people = {person for person in (release.user, release.approved_by) if person and person.email}
    if people:
        send_mail(subject[:200], words, None, sorted(person.email for person in people))


def connect() -> None:
    post_save.connect(withdraw_changed, sender=Revision, dispatch_uid="reports.releases")
