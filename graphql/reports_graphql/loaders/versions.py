"""The versions of reports, and what they corrected."""

from collections import defaultdict
from uuid import UUID

from django.db.models import QuerySet

from reports.models import Correction, ReportVersion
from reports.visibility.perspective import Perspective
from reports_graphql.loaders.loader import Loader

COLUMNS = (
    *("report_key", "number", "published_at", "sha256", "reason"),
    *("withdrawn_at", "withdrawal_reason", "content", "surroundings"),
)

CORRECTION_COLUMNS = (
    *("version", "order", "kind", "sentence", "place", "block", "row", "column"),
    *("before", "after"),
)


def public_versions(perspective: Perspective) -> QuerySet[ReportVersion]:
    """Return the versions of reports that may be seen, in order."""
    keys = perspective.reports().order_by().values("translation_key")
    return ReportVersion.objects.filter(report_key__in=keys).order_by("number")


def corrections_in_order(perspective: Perspective) -> QuerySet[Correction]:
    """Return corrections in order, for whoever has asked which versions may be seen."""
    return Correction.objects.order_by("order")


class CorrectionsByKeyLoader(Loader[UUID, list[Correction]]):
    kind = "reports"

    def fetch_by_keys(self, keys: set[UUID]) -> dict[UUID, list[Correction]]:
        versions_by_key = self.loaders.versions_by_key
        versions_by_key.announce(keys)
        listed = (version for key in keys for version in versions_by_key.get(key) or [])
        versions = {version.pk: version for version in listed}
        if not versions:
            return {}
        rows = self.perspective.fetch_visible(
            corrections_in_order, version=versions.keys(), only=CORRECTION_COLUMNS
        )
        for row in rows:
            row.version = versions[row.version_id]
        found: dict[UUID, list[Correction]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: row.version.number):  # keeps their order in each
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
