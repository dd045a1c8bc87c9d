"""Records of an archive, as rows of this database."""

from typing import Any

from reports.archives.archive import Archive, Row
from reports.archives.reading.records import build_record
from reports.archives.storing.differences import Differences
from reports.publication.versions.public_fields import KINDS

ORDER = ("incubator", "service", "indicator", "funding_round", "term")
"""What others refer to comes first."""


def store_records(archive: Archive, found: Differences) -> None:
    """Make the records that are not here, and replace those that differ."""
    for kind in ORDER:
        column = KINDS[kind].key
        for row in archive.records[kind]:
            if row[column] in found.here[kind]:
                replace_record(kind, row)
            elif row[column] not in found.same[kind]:
                record = build_record(kind, row)
                refer(record, row)
                record.live = True
                record.save()


def replace_record(kind: str, row: Row) -> None:
    """Publish the archived columns as a new revision: the history has what stood there."""
    column = KINDS[kind].key
    record: Any = KINDS[kind].model._default_manager.get(**{column: row[column]})
    for name in row.keys() - {"incubator"}:
        setattr(record, name, row[name])
    refer(record, row)
    record.save_revision(clean=False, log_action=True).publish()


def refer(record: Any, row: Row) -> None:
    """Set the incubator of a service; none in the archive may be one that is hidden there."""
    if row.get("incubator"):
        model = KINDS["incubator"].model
        record.incubator = model._default_manager.get(slug=row["incubator"])
    elif "incubator" in row:
        record.incubator = None
