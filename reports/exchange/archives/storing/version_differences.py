"""Finds conflicts between the versions of an archive and those that this database already has.

Nothing may replace what was published.
"""

from collections.abc import Iterator

from reports.exchange.archives.archive import Archive
from reports.exchange.archives.describing.versions import CORRECTION_FIELDS, describe
from reports.publishing.models import Correction, ReportVersion


def find_broken_versions(archive: Archive) -> Iterator[str]:
    """Yield why the versions of an archive do not continue those that are here."""
    key = archive.page["key"]
    here = {row.number: row for row in ReportVersion.objects.filter(report_key=key)}
    if len(here) > len(archive.versions):
        last = len(archive.versions)
        yield f"l’archive s’arrête à la version {last}, le bilan d’ici va plus loin"
        return
    for version in archive.versions:
        stored = here.get(version.number)
        if stored is None:
            continue
        if stored.sha256 != version.fields["sha256"]:
            yield f"la version {version.number} d’ici n’est pas celle de l’archive"
        elif version.fields["withdrawn_at"] and not stored.withdrawn_at:
            yield f"la version {version.number} est retirée dans l’archive : retirez-la ici aussi"
    yield from find_other_corrections(archive, len(here))


def find_other_corrections(archive: Archive, last: int) -> Iterator[str]:
    """Yield a sentence if the corrections of existing versions differ from those in the archive."""
    erased = {
        row.number
        for row in ReportVersion.objects.filter(report_key=archive.page["key"])
        if row.withdrawn_at
    }
    rows = Correction.objects.filter(version__report_key=archive.page["key"])
    here = [
        {"version": row.version.number, **describe(row, CORRECTION_FIELDS)}
        for row in rows.select_related("version").order_by("version__number", "order")
        if erased.isdisjoint({row.version.number, row.compared_with})
    ]
    told = [
        row
        for row in archive.corrections
        if row["version"] <= last and erased.isdisjoint({row["version"], row["compared_with"]})
    ]
    if here != told:
        yield "des corrections publiées ici sont autres que celles de l’archive"
