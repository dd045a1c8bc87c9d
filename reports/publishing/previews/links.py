"""Makes, opens and ends review links, which show a draft to anybody who has the address."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from reports.content.models import AnnualReportPage, ContentPage, HomePage, ReportIndexPage, User
from reports.content.visibility.drafts import Drafts
from reports.content.visibility.sites import UNSAID
from reports.publishing.models import PreviewLink
from reports.publishing.previews import audit, tokens
from reports.publishing.releases.drafts import find_draft, iterate_items

PAGES = (AnnualReportPage, ContentPage, HomePage, ReportIndexPage)
NOTE_LENGTH = PreviewLink._meta.get_field("note").max_length


def build_token(link: PreviewLink) -> str:
    """Return the token that opens the link, which is always the same and may be part of a path."""
    return tokens.sign_token(link.key)


def build_address(link: PreviewLink, roots: list[Any] | None = None, fallback: str = "") -> str:
    """Return the link's public address on the site of its page; `roots` are those of all sites."""
    roots = Site.get_site_root_paths() if roots is None else roots
    sites = (root.root_url for root in roots if link.page.url_path.startswith(root.root_path))
    said = next((url for url in sites if url != UNSAID), fallback or settings.WAGTAILADMIN_BASE_URL)
    return f"{said.rstrip('/')}/relecture/{build_token(link)}/"


def can_have_link(page: Page) -> bool:
    """Return whether a page is of one of our models and has its own draft, unlike an alias."""
    return page.specific_class in PAGES and page.alias_of_id is None


def can_edit_page(page: Page, user: User) -> bool:
    return can_have_link(page) and page.permissions_for_user(user).can_edit()


def open_link(token: str, now: datetime | None = None) -> PreviewLink | None:
    """Return the link that a token opens, with its page, user and revision, or None.

    A link is only valid as long as its author may edit the page.
    """
    key = tokens.read_token(token)
    if key is None:
        return None
    usable = PreviewLink.usable(timezone.now() if now is None else now)
    known = PreviewLink.objects.filter(usable, key=key).defer("revision__content")
    link = known.select_related("page", "user", "revision", "release").first()
    if link and link.release and not link.user.has_perm("reports.change_release"):
        return None
    return link if link and can_edit_page(link.page, link.user) else None


def build_drafts(link: PreviewLink) -> Drafts:
    """Return the drafts that the link shows, never saved: its page, then the rest of its
    release.
    """
    if link.release is None:
        return Drafts((build_draft(link),))
    drafts = list(filter(None, map(find_draft, iterate_items(link.release))))
    pages = [d for d in drafts if isinstance(d, Page) and can_edit_page(d, link.user)]
    others = (draft for draft in drafts if not isinstance(draft, Page))
    records = [each for each in others if link.user.has_perm(name_permission(each))]
    return Drafts(tuple(sorted(pages, key=lambda page: page.pk != link.page_id)), tuple(records))


def name_permission(record: Any) -> str:
    """Return the permission that a user needs to see the draft of a record."""
    return f"reports.change_{record._meta.model_name}"


def build_draft(link: PreviewLink) -> Page:
    """Return the page as the link shows it, never saved."""
    if link.content is not None:
        return link.page.specific.with_content_json(link.content)
    if link.revision:
        return link.revision.as_object()
    return link.page.get_latest_revision_as_object()


def make_review(
    user: User, page: Page, days: int, note: str, revision: Revision | None = None
) -> PreviewLink:
    """Make a link to the page's latest draft, which may change, or to one revision as it is now."""
    if not can_edit_page(page, user):
        raise PermissionDenied
    most = settings.PREVIEW_LINK_MAX_DAYS
    if not 1 <= days <= most:
        raise ValidationError({"days": f"Un lien dure de 1 à {most} jours."})
    if revision and not page.revisions.filter(pk=revision.pk).exists():
        raise ValidationError({"revision": "Cette version n’est pas une version de la page."})
    now = timezone.now()
    link = PreviewLink(page=page, user=user, revision=revision, note=note, created_at=now)
    link.expires_at = now + timedelta(days=days)
    # The editor goes on saving into the revision that it has open: what is shown is kept apart.
    link.content = revision.content if revision else None
    link.clean_fields(exclude={f.name for f in link._meta.fields} - {"note"})
    with transaction.atomic():
        link.save()
        audit.log_action(audit.MAKE, link, user)
    return link


def revoke_link(link: PreviewLink, user: User) -> None:
    """End a link at once; its author may, and everybody who may edit its page."""
    if not (user.is_active and user.pk == link.user_id) and not can_edit_page(link.page, user):
        raise PermissionDenied
    with transaction.atomic():
        row = PreviewLink.objects.filter(pk=link.pk, revoked_at=None)
        if row.update(revoked_at=timezone.now(), revoked_by=user):
            audit.log_action(audit.REVOKE, link, user)
    link.refresh_from_db(fields=["revoked_at", "revoked_by"])


def get_outside_link(
    user: User, page: Page, content: dict[str, Any], frontend: str = ""
) -> PreviewLink:
    """Return the link with which a frontend shows what a user is typing into a page.

    There is one for each user and page, and it keeps its address while it is valid. An expired link
    is never reused, and stays in the list of links for as long as a review link may last.
    """
    if not can_edit_page(page, user):
        raise PermissionDenied
    now = timezone.now()
    links = PreviewLink.objects.filter(user=user, page_id=page.pk, kind=PreviewLink.Kind.OUTSIDE)
    ends = now + timedelta(seconds=settings.PREVIEW_OUTSIDE_SECONDS)
    with transaction.atomic():
        ended = links.exclude(PreviewLink.usable(now))
        ended.filter(expires_at__lt=now - timedelta(days=settings.PREVIEW_LINK_MAX_DAYS)).delete()
        ended.update(content=None)
        link, _ = PreviewLink.objects.update_or_create(
            user=user,
            page_id=page.pk,
            kind=PreviewLink.Kind.OUTSIDE,
            content__isnull=False,
            defaults={"content": content, "expires_at": ends, "note": frontend[:NOTE_LENGTH]},
        )
    return link
