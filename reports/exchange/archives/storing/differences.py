"""Finds conflicts between an archive and this database.

A visible row that differs may be replaced. A hidden one, or a change that would break published
content, may not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from wagtail.models import Page

from reports.content.models import AnnualReportPage
from reports.content.visibility.perspective import Perspective
from reports.core.document import block_ids
from reports.exchange.archives.archive import Archive, Row
from reports.exchange.archives.describing.media import collect_documents, collect_pictures
from reports.exchange.archives.describing.records import collect_records, list_record_kinds
from reports.exchange.archives.storing.version_differences import find_broken_versions
from reports.publishing.versions.public_fields import KINDS

FILES = {"picture": "image", "document": "document"}


@dataclass
class Differences:
    """The conflicts, as sentences, and the keys of rows that exist here, by kind."""

    replaceable: list[str] = field(default_factory=list)
    forbidden: list[str] = field(default_factory=list)
    here: dict[str, set[str]] = field(default_factory=dict)
    """What is here and differs."""
    same: dict[str, set[str]] = field(default_factory=dict)


def compare(
    archive: Archive, page: AnnualReportPage | None, perspective: Perspective
) -> Differences:
    """Compare an archive with this database; `page` is its report of that year."""
    found = Differences()
    wanted = {
        kind: {row[KINDS[kind].key] for row in rows} for kind, rows in archive.records.items()
    }
    records = collect_records(wanted, perspective)
    for kind in list_record_kinds():
        compare_rows(found, kind, archive.records[kind], records[kind])
    pictures = {row["key"] for row in archive.pictures}
    documents = {row["key"] for row in archive.documents}
    compare_rows(found, "picture", archive.pictures, collect_pictures(pictures, perspective))
    compare_rows(found, "document", archive.documents, collect_documents(documents, perspective))
    found.forbidden += find_foreign_page(archive, page)
    found.forbidden += find_taken_ids(archive, page)
    found.forbidden += find_broken_versions(archive)
    if page is not None:
        found.replaceable.append(f"le bilan {archive.year}")
    return found


def compare_rows(found: Differences, kind: str, rows: list[Row], seen: list[Row]) -> None:
    """Compare records, pictures or documents with those that the public sees here."""
    column = KINDS[kind].key
    here = {row[column]: row for row in seen}
    keys = {row[column] for row in rows}
    hidden = explain_hidden(kind, keys - here.keys())
    found.same[kind] = {row[column] for row in rows if here.get(row[column]) == row}
    found.here[kind] = (keys & here.keys()) - found.same[kind]
    label = FILES.get(kind) or str(KINDS[kind].model._meta.verbose_name)
    for row in rows:
        key = row[column]
        if key in hidden:
            found.forbidden.append(f"{label} « {key} » : {hidden[key]}")
        elif key in found.here[kind]:
            differing = sorted(name for name in row if row[name] != here[key].get(name))
            found.replaceable.append(f"{label} « {key} » ({', '.join(differing)})")


def explain_hidden(kind: str, keys: set[str]) -> dict[str, str]:
    """Return why what exists here under some keys is not public, in words."""
    column, model = KINDS[kind].key, KINDS[kind].model
    found: dict[str, str] = {}
    for row in model._default_manager.filter(**{f"{column}__in": keys}):
        survivor = getattr(row, "survivor", row)
        found[str(getattr(row, column))] = (
            "n’est pas public ici ; publiez-le d’abord, ou supprimez-le"
            if survivor is row
            else f"est ici fusionné dans « {survivor} » ; défaites d’abord cette fusion"
        )
    return found


def find_foreign_page(archive: Archive, page: AnnualReportPage | None) -> Iterator[str]:
    """Yield why the report of that year, or a page with its key, is not the archived one."""
    key, year = archive.page["key"], archive.year
    for other in Page.objects.filter(translation_key=key).exclude(pk=page.pk if page else None):
        yield f"l’identifiant du bilan {year} est celui de la page « {other} »"
    if page is None:
        return
    if page.alias_of_id:
        yield f"le bilan {year} est ici l’alias d’une autre page"
    elif str(page.translation_key) != key:
        yield f"le bilan {year} a ici un autre identifiant : supprimez-le d’abord"


def find_taken_ids(archive: Archive, page: AnnualReportPage | None) -> Iterator[str]:
    """Yield which other report has blocks, items or rows with ids of this one."""
    ids = set(block_ids.list_ids(archive.content["body"]["blocks"]))
    others = AnnualReportPage.objects.exclude(pk=page.pk if page else None).filter(alias_of=None)
    for other in others.order_by("year"):
        stored: Any = other.body.get_prep_value()
        if not ids.isdisjoint(block_ids.list_ids(stored)):
            yield f"des identifiants de blocs du bilan {archive.year} sont ceux de « {other} »"
