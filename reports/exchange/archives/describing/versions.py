"""Collects the versions of a report for an archive: the stored bytes, without rows hidden now."""

import datetime
import json
from typing import Any
from uuid import UUID

from reports.content.models.merged_records import Survivors
from reports.content.visibility.perspective import Perspective
from reports.exchange.archives.archive import ArchivedVersion, Row
from reports.exchange.archives.describing.people import name_author
from reports.publishing.models import Correction, EarlierStatement, ReportVersion
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.hidden_rows import list_hidden, name_kind

FIELDS = (
    *("number", "year", "published_at", "sha256", "author_name", "reason"),
    *("withdrawn_at", "withdrawal_reason"),
)
CORRECTION_FIELDS = (
    *("order", "kind", "sentence", "place", "block", "row", "column"),
    *("before", "after", "compared_with"),
)
STATEMENT_FIELDS = ("indicator", "kind", "period_start", "period_end", "raw", "read_as", "is_typo")
STATEMENT_DEFAULTS = {"language": "fr", "currency": "EUR", "reading_edition": 1, "heading": ""}
"""Fields that are left out where they say this, as in all archives of old."""


def collect_versions(report_key: UUID, perspective: Perspective) -> tuple[ArchivedVersion, ...]:
    """Return all versions of a report that the public sees, in order."""
    versions = ReportVersion.objects.filter(report_key=report_key).order_by("number")
    versions = versions.select_related("author")
    return tuple(describe_version(version, perspective) for version in versions)


def describe_version(version: ReportVersion, perspective: Perspective) -> ArchivedVersion:
    """Return a version; the rows around it that are hidden now are left out."""
    fields = describe(version, FIELDS) | {"author_name": name_author(version)}
    if version.withdrawn_at:
        return ArchivedVersion(fields)
    digests = [str(version.content_id), str(version.surroundings_id)]
    stored = stored_bytes.load(digests)
    content, surroundings = (stored[digest] for digest in digests)
    drawings = stored_bytes.load(list(version.drawings.values_list("pk", flat=True)))
    return ArchivedVersion(
        fields,
        content,
        leave_out_hidden(surroundings, perspective),
        tuple(sorted(map(json.loads, drawings.values()), key=lambda each: str(each["block"]))),
    )


def leave_out_hidden(surroundings: bytes, perspective: Perspective) -> bytes:
    """Return the same bytes where nothing is hidden that they name."""
    around = json.loads(surroundings)
    rows: dict[str, list[Row]] = around["rows"]
    hidden = list_hidden(rows, perspective)
    if not hidden:
        return surroundings
    shown = {
        kind: [row for row in listed if (name_kind(kind), str(row["public_id"])) not in hidden]
        for kind, listed in rows.items()
    }
    around["rows"] = {kind: listed for kind, listed in shown.items() if listed}
    return stored_bytes.dump_json(around)


def collect_corrections(report_key: UUID) -> list[Row]:
    """Return what versions of a report corrected, in order."""
    rows = Correction.objects.filter(version__report_key=report_key).select_related("version")
    return [
        {"version": row.version.number, **describe(row, CORRECTION_FIELDS)}
        for row in rows.order_by("version__number", "order")
    ]


def collect_statements(report_key: UUID, survivors: Survivors) -> list[Row]:
    """Return what earlier versions of a report stated of indicators, in order."""
    rows = EarlierStatement.objects.filter(version__report_key=report_key)
    return [
        {
            "version": row.version.number,
            **describe(row, STATEMENT_FIELDS),
            "indicator": survivors.get(("indicator", row.indicator), row.indicator),
            **{n: getattr(row, n) for n, v in STATEMENT_DEFAULTS.items() if getattr(row, n) != v},
        }
        for row in rows.select_related("version").order_by("version__number", "pk")
    ]


def describe(row: Any, names: tuple[str, ...]) -> Row:
    return {name: encode(getattr(row, name)) for name in names}


def encode(value: Any) -> Any:
    """Return a value as JSON has it: times in UTC."""
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    return value.isoformat() if isinstance(value, datetime.date) else value
