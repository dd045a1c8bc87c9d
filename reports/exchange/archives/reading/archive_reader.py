"""Parses all files of an archive, and checks that they fit together."""

from pathlib import Path
from typing import Any

from reports.core.refusal import Refusal
from reports.exchange.archives import form
from reports.exchange.archives.archive import Archive, Row
from reports.exchange.archives.bag import OpenBag, open_bag
from reports.exchange.archives.describing.records import list_record_kinds
from reports.exchange.archives.reading import shapes
from reports.exchange.archives.reading.content import check_content, list_references
from reports.exchange.archives.reading.media import check_files, read_media
from reports.exchange.archives.reading.records import read_records
from reports.exchange.archives.reading.strict_json import load_json
from reports.exchange.archives.reading.surroundings import is_path
from reports.exchange.archives.reading.versions import (
    read_corrections,
    read_statements,
    read_versions,
)
from reports.publishing.versions.public_fields import KINDS

TOP = {"schema": shapes.integer(1), "page": shapes.is_object, "content": shapes.is_object}
PAGE = {
    "key": shapes.is_uuid,
    "path": lambda value: isinstance(value, str) and len(value) < 1_000 and is_path(value),
    "first_published_at": shapes.nullable(shapes.is_time),
    "last_published_at": shapes.nullable(shapes.is_time),
    "show_in_menus": shapes.is_boolean,
}
ACKNOWLEDGEMENT = {
    "code": shapes.text(60),
    "block": shapes.text(100),
    "finding": shapes.text(),
    "reason": shapes.text(),
    "by": lambda value: shapes.text(255)(value) and "@" not in value,
    "at": shapes.is_time,
}


def read_archive(folder: Path) -> tuple[Archive, OpenBag]:
    """Return what an archive holds, and the bag that has its files. Raises Refusal."""
    bag = open_bag(folder)
    top = read_report(bag)
    versions = read_versions(bag)
    pictures, documents = read_media(bag)
    archive = Archive(
        page=top["page"],
        content=top["content"],
        versions=versions,
        corrections=read_corrections(bag, versions),
        statements=read_statements(bag, versions),
        acknowledgements=read_acknowledgements(bag),
        records=read_records(bag),
        pictures=pictures,
        documents=documents,
    )
    check_references(archive)
    check_names(bag, archive)
    check_files(bag, archive)
    return archive, bag


def read_report(bag: OpenBag) -> Row:
    """Return the page and its content, of a form that this version knows."""
    if form.REPORT not in bag.hashes:
        raise Refusal(f"{form.REPORT} : ce fichier manque : ce n’est pas l’archive d’un bilan.")
    top = load_json(form.REPORT, bag.read(form.REPORT))
    if (
        isinstance(top, dict)
        and isinstance(top.get("schema"), int)
        and top["schema"] > form.SCHEMA_VERSION
    ):
        raise Refusal(
            f"{form.REPORT} : écrit par une version plus récente de Bilan ; mettez-le à jour."
        )
    shapes.check_object(form.REPORT, "", top, TOP)
    shapes.check_object(form.REPORT, "page", top["page"], PAGE)
    return dict(top)


def read_acknowledgements(bag: OpenBag) -> list[Row]:
    name = form.ACKNOWLEDGEMENTS
    return shapes.check_list(name, "", load_json(name, bag.read(name)), ACKNOWLEDGEMENT)


def check_references(archive: Archive) -> None:
    """Refuse a report that refers to something outside the archive, or has another year's path."""
    document = check_content(form.REPORT, archive.content)
    held = {
        *(("picture", row["key"]) for row in archive.pictures),
        *(("document", row["key"]) for row in archive.documents),
        *((k, row[KINDS[k].key]) for k, rows in archive.records.items() for row in rows),
    }
    missing = sorted(list_references(form.REPORT, archive.content, document) - held)
    if missing:
        kind, key = missing[0]
        raise Refusal(f"{form.REPORT} : {kind} « {key[:100]} » n’est pas dans l’archive.")
    if not archive.page["path"].endswith(f"/{archive.year}/"):
        raise Refusal(f"{form.REPORT} : « page.path » n’est pas le chemin du bilan {archive.year}.")
    codes = {row["code"] for row in archive.records["indicator"]}
    if any(row["indicator"] not in codes for row in archive.statements):
        raise Refusal(f"{form.STATEMENTS} : un indicateur n’est pas dans l’archive.")


def check_names(bag: OpenBag, archive: Archive) -> None:
    """Refuse JSON files that nothing reads."""
    known: set[Any] = {
        *(form.REPORT, form.VERSIONS, form.CORRECTIONS, form.STATEMENTS),
        *(form.ACKNOWLEDGEMENTS, form.MEDIA, *map(form.name_records, list_record_kinds())),
    }
    for version in archive.versions:
        if version.content is not None:
            parts = ("", "surroundings", "drawings")
            known |= {form.name_version(version.number, part) for part in parts}
    for name in sorted(bag.hashes.keys() - known):
        if not name.startswith(form.FILES):
            raise Refusal(f"{name} : ce fichier n’a rien à faire dans une archive.")
