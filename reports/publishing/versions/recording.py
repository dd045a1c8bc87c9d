"""Records a version with each publication, in the same transaction."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.models import Site

from reports.content.models import AnnualReportPage
from reports.content.models.publication_context import get_publication_context
from reports.content.models.publication_signals import version_recorded
from reports.content.visibility.perspective import Perspective
from reports.publishing.models import ReportVersion, VersionFile
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.content import VersionContent, build_content


@transaction.atomic
def record_version(page: AnnualReportPage) -> ReportVersion | None:
    """Store the report as its next version, if it is public and has changed."""
    built = build_new_content(page)
    if built is None:
        return None
    latest = find_latest(page)
    context = get_publication_context()
    version = ReportVersion.objects.create(
        report_key=page.translation_key,
        number=latest.number + 1 if latest else 1,
        year=page.year,
        published_at=find_time(page, latest),
        sha256=stored_bytes.store(built.content),
        content_id=stored_bytes.digest(built.content),
        surroundings_id=stored_bytes.store(built.surroundings),
        author=find_author(context),
        reason=context.reason,
    )
    VersionFile.objects.bulk_create(
        VersionFile(version=version, kind=kind, key=key, name=name)
        for kind, key, name in sorted(built.files)
    )
    if latest:
        version_recorded.send(ReportVersion, page=page, version=version, before=latest)
    return version


def build_new_content(page: AnnualReportPage) -> VersionContent | None:
    """Return the data for a new version of a page; None if it needs none.

    Only public content becomes a version, so that version numbers do not reveal changes that were
    made while the report was hidden.
    """
    perspective = find_perspective(page)
    if perspective is None:
        return None
    built = build_content(page, perspective)
    latest = find_latest(page)
    if latest and not latest.withdrawn_at and latest.sha256 == stored_bytes.digest(built.content):
        return None
    return built


def find_perspective(page: AnnualReportPage) -> Perspective | None:
    """Return the public's perspective on the site of a page; None if the page is not public."""
    if not page.live or page.alias_of_id:
        return None
    site = find_site(page)
    perspective = Perspective(site) if site else None
    if perspective is None:
        return None
    is_seen = perspective.fetch_visible(Perspective.reports, pk=[page.pk], only=("year",))
    return perspective if is_seen else None


def find_site(page: AnnualReportPage) -> Site | None:
    """Return the site of a page, the innermost of nested ones.

    `page.get_site()` would put the names of other sites into the cache.
    """
    above = Site.objects.select_related("root_page").filter(
        root_page__path__in=[page.path[:end] for end in range(page.steplen, len(page.path) + 1)]
    )
    return above.order_by("root_page__depth", "is_default_site").last()


def find_latest(page: AnnualReportPage) -> ReportVersion | None:
    return ReportVersion.objects.filter(report_key=page.translation_key).order_by("number").last()


def find_time(page: AnnualReportPage, latest: ReportVersion | None) -> Any:
    """Return the publication time: the page's, if it is past and after the last version, else
    now.
    """
    stated = page.last_published_at or page.first_published_at
    now = timezone.now()
    if stated is None or stated > now or (latest and stated <= latest.published_at):
        return now
    return stated


def find_author(context: Any) -> Any:
    """Return the user who publishes, or else the author of the revision."""
    return context.user or (context.revision and context.revision.user)
