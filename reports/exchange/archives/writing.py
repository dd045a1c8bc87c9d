"""Writes the archive of a public report into a folder."""

import json
import shutil
from pathlib import Path
from typing import Any

from django.core.files.storage import default_storage

from reports.content.models import AnnualReportPage
from reports.core.refusal import Refusal
from reports.exchange.archives import form
from reports.exchange.archives.archive import Archive
from reports.exchange.archives.bag import make_bag
from reports.exchange.archives.describing.report import collect_archive
from reports.exchange.archives.reading.archive_reader import read_archive


def write_archive(page: AnnualReportPage, folder: Path) -> Archive:
    """Write a public report with all that it shows into an empty folder.

    What was written is read again, as an import does. Raises Refusal.
    """
    archive = collect_archive(page)
    write_files(archive, folder)
    make_bag(folder, describe(archive))
    read_archive(folder)
    return archive


def write_files(archive: Archive, folder: Path) -> None:
    for name, data in list_json(archive).items():
        write(folder / name, data)
    for name in sorted(archive.files):
        path = folder / form.FILES / name
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            with default_storage.open(name) as source, path.open("wb") as target:
                shutil.copyfileobj(source, target)
        except FileNotFoundError as error:
            raise Refusal(
                f"Le fichier {name} n’est plus là : check_media dit à quoi il sert."
            ) from error


def list_json(archive: Archive) -> dict[str, bytes]:
    """Return the bytes of each file but pictures and documents, by its name."""
    report = {"schema": form.SCHEMA_VERSION, "page": archive.page, "content": archive.content}
    media = {"pictures": archive.pictures, "documents": archive.documents}
    files = {
        form.REPORT: dump(report),
        form.VERSIONS: dump([version.fields for version in archive.versions]),
        form.CORRECTIONS: dump(archive.corrections),
        form.STATEMENTS: dump(archive.statements),
        form.ACKNOWLEDGEMENTS: dump(archive.acknowledgements),
        form.MEDIA: dump(media),
        **{form.name_records(kind): dump(rows) for kind, rows in archive.records.items()},
    }
    for version in archive.versions:
        if version.content is not None and version.surroundings is not None:
            files[form.name_version(version.number)] = version.content
            files[form.name_version(version.number, "surroundings")] = version.surroundings
            files[form.name_version(version.number, "drawings")] = dump(list(version.drawings))
    return files


def describe(archive: Archive) -> dict[str, str]:
    """Return the metadata of the bag. It does not depend on who writes the archive, or when."""
    last = archive.versions[-1].fields
    return {
        "External-Identifier": str(archive.page["key"]),
        "External-Description": f"Annual report {archive.year}, version {last['number']}",
        "Bagging-Date": str(last["published_at"])[:10],
        "Bag-Software-Agent": "Bilan",
        "Bilan-Archive-Schema": str(form.SCHEMA_VERSION),
    }


def dump(value: Any) -> bytes:
    """Return JSON that people can read too: equal values have equal bytes."""
    return f"{json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1)}\n".encode()


def write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
