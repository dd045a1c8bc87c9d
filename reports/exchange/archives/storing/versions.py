"""Stores the versions of an archive, byte for byte, and their corrections and statements."""

from typing import Any

from reports.exchange.archives.archive import Archive, ArchivedVersion, Row
from reports.exchange.archives.describing.versions import (
    CORRECTION_FIELDS,
    FIELDS,
    STATEMENT_DEFAULTS,
    STATEMENT_FIELDS,
)
from reports.publishing.models import Correction, EarlierStatement, ReportVersion, VersionFile
from reports.publishing.versions import stored_bytes
from reports.publishing.versions.surroundings import list_files


def store_versions(archive: Archive) -> int:
    """Store the versions that are missing here, and return how many. Others are not changed."""
    here = {row.number: row for row in ReportVersion.objects.filter(report_key=archive.page["key"])}
    made = {
        version.number: store_version(archive.page["key"], version)
        for version in archive.versions
        if version.number not in here
    }
    Correction.objects.bulk_create(
        Correction(version=made[row["version"]], **take(row, CORRECTION_FIELDS))
        for row in archive.corrections
        if row["version"] in made
    )
    store_statements(archive.statements, {**here, **made})
    return len(made)


def store_version(key: str, version: ArchivedVersion) -> ReportVersion:
    stored = ReportVersion(report_key=key, **take(version.fields, FIELDS))
    if version.content is not None and version.surroundings is not None:
        stored.content_id = stored_bytes.store(version.content)
        stored.surroundings_id = stored_bytes.store(version.surroundings)
    stored.save()
    digests = [stored_bytes.store(stored_bytes.dump_json(each)) for each in version.drawings]
    stored.drawings.add(*digests)
    VersionFile.objects.bulk_create(
        VersionFile(version=stored, kind=kind, key=public_id, name=name)
        for kind, public_id, name in sorted(list_files(version.rows))
    )
    return stored


def store_statements(statements: list[Row], versions: dict[int, ReportVersion]) -> None:
    """Store statements of earlier versions, except known ones and those of withdrawn versions."""
    for row in statements:
        version = versions[row["version"]]
        values = STATEMENT_DEFAULTS | row
        values = take(values, (*STATEMENT_FIELDS, *STATEMENT_DEFAULTS))
        if version.withdrawn_at is None:
            stated = EarlierStatement.objects.filter(version=version, **values)
            if not stated.exists():
                EarlierStatement.objects.create(version=version, **values)


def take(row: Row, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: row[name] for name in names}
