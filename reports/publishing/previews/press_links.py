"""Makes press links, which show a release until the time of its publication."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models.signals import post_save
from django.utils import timezone
from wagtail.models import Page

from reports.content.models import User
from reports.publishing.models import PreviewLink, Release
from reports.publishing.previews import audit
from reports.publishing.previews.links import can_edit_page
from reports.publishing.releases.drafts import iterate_items


def make_press_link(user: User, release: Release, note: str = "") -> PreviewLink:
    """Make a link to everything in a release, valid until its publication or its revocation."""
    pages = [item.subject for item in iterate_items(release) if isinstance(item.subject, Page)]
    if not pages:
        raise ValidationError("Un lien de presse montre au moins une page : ajoutez-en une.")
    if release.goes_public_at <= timezone.now():
        raise ValidationError("L’heure de cette publication est passée.")
    if not all(can_edit_page(page, user) for page in pages):
        raise PermissionDenied
    with transaction.atomic():
        link = PreviewLink.objects.create(
            page=pages[0].page_ptr if hasattr(pages[0], "page_ptr") else pages[0],
            user=user,
            kind=PreviewLink.Kind.RELEASE,
            release=release,
            note=note[:200],
            expires_at=release.goes_public_at,
        )
        audit.log_action(audit.MAKE, link, user)
    return link


def may_share(user: Any, release: Release) -> bool:
    """Return whether a user may share a release: they need to edit it and its pages."""
    if not user.has_perm("reports.change_release"):
        return False
    subjects = [item.subject for item in iterate_items(release)]
    return all(can_edit_page(each, user) for each in subjects if isinstance(each, Page))


def follow_hour(sender: type, instance: Release, raw: bool = False, **_: Any) -> None:
    """Let the links of a release expire at its publication time, even if that is changed."""
    if not raw:
        instance.preview_links.update(expires_at=instance.goes_public_at)


def connect() -> None:
    post_save.connect(follow_hour, sender=Release, dispatch_uid="reports.press_links")
