"""Loaders of the versions of reports, and of their corrections."""

from collections import defaultdict
from uuid import UUID

from django.db.models import F, QuerySet

from reports.content.visibility.perspective import Perspective
from reports.publishing.models import Correction, ReportVersion
from reports_graphql.loaders.loader import Loader

COLUMNS = (
    *("report_key", "number", "published_at", "sha256", "reason"),
    *("withdrawn_at", "withdrawal_reason", "content", "surroundings"),
)

VERSION_COLUMNS = ("report_key", "number", "published_at")
CORRECTION_COLUMNS = (
    *("version", "order", "kind", "sentence", "place", "block", "row", "column"),
    *("before", "after"),
)


def public_versions(perspective: Perspective) -> QuerySet[ReportVersion]:
    """Return the versions of visible reports, in order, with the data of their PDF."""
    keys = perspective.reports().order_by().values("translation_key")
    pdf = {f"pdf_{name}": F(f"pdf__{name}") for name in ("name", "size", "pages")}
    return ReportVersion.objects.filter(report_key__in=keys).annotate(**pdf).order_by("number")


def public_corrections(perspective: Perspective) -> QuerySet[Correction]:
    """Return the corrections of visible reports, in order, with the columns that identify
    versions.
    """
    keys = perspective.reports().order_by().values("translation_key")
    found = Correction.objects.filter(version__report_key__in=keys)
    named = {name: F(f"version__{name}") for name in VERSION_COLUMNS}
    return found.annotate(**named).order_by("version__number", "order")


class CorrectionsByKeyLoader(Loader[UUID, list[Correction]]):
    kind = "reports"

    def fetch_by_keys(self, keys: set[UUID]) -> dict[UUID, list[Correction]]:
        rows = self.perspective.fetch_visible(
            public_corrections, version__report_key=keys, only=CORRECTION_COLUMNS
        )
        found: dict[UUID, list[Correction]] = defaultdict(list)
        for row in rows:
            named = {name: getattr(row, name) for name in VERSION_COLUMNS}
            row.version = ReportVersion(pk=row.version_id, **named)
            found[row.version.report_key].append(row)
        return found


class VersionsByKeyLoader(Loader[UUID, list[ReportVersion]]):
    kind = "reports"

    def fetch_by_keys(self, keys: set[UUID]) -> dict[UUID, list[ReportVersion]]:
        found: dict[UUID, list[ReportVersion]] = defaultdict(list)
        rows = self.perspective.fetch_visible(public_versions, report_key=keys, only=COLUMNS)
        for row in rows:
            found[row.report_key].append(row)
        return found
