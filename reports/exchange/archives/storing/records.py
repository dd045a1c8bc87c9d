"""Saves the records of an archive as rows of this database."""

from typing import Any

from reports.content.models.record_kind import RecordKind, list_referred_first
from reports.exchange.archives.archive import Archive, Row
from reports.exchange.archives.reading.records import build_record
from reports.exchange.archives.storing.differences import Differences


def store_records(archive: Archive, found: Differences) -> None:
    """Make the records that are not here, and replace those that differ."""
    for kind in list_referred_first():
        for row in archive.records[kind.name]:
            key = row[kind.key_field]
            if key in found.here[kind.name]:
                replace_record(kind, row)
            elif key not in found.same[kind.name]:
                record = build_record(kind, row)
                refer(kind, record, row)
                record.live = True
                record.save()


def replace_record(kind: RecordKind, row: Row) -> None:
    """Publish the archived columns as a new revision: the history has what stood there."""
    record: Any = kind.model._default_manager.get(**{kind.key_field: row[kind.key_field]})
    for name in row.keys() - kind.references.keys():
        setattr(record, name, row[name])
    refer(kind, record, row)
    record.save_revision(clean=False, log_action=True).publish()


def refer(kind: RecordKind, record: Any, row: Row) -> None:
    """Set the foreign keys of a record by the public keys in its row.

    A record that was hidden in the original site is never in the archive.
    """
    for name, other in kind.references.items():
        key = row.get(name)
        found = other.model._default_manager.get(**{other.key_field: key}) if key else None
        setattr(record, name, found)
