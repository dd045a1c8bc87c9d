"""Writes and loads fixtures: a report with its records and files as one JSON file.

The JSON names records and files by their public ids. `demo/reports.py` at the root of the project
writes it from the Markdown of a report. Loading it needs no importer, so that a service without
`reports.exchange` has the demonstration too.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Collection

from reports.content.media.stored_files import store_file
from reports.content.models import AnnualReportPage, Picture, ReportDocument
from reports.content.models.page_document import locale_of, read_body
from reports.content.uploads.pictures import clean_picture
from reports.core.document.body import Document, read
from reports.core.document.public_ids import replace_public_ids, replace_row_ids
from reports.publishing.versions.public_fields import (
    KINDS,
    PLAIN_FIELDS,
    describe_optional_fields,
    encode_value,
    read_optional_fields,
)

FILES = {"picture": Picture, "document": ReportDocument}
OF_FILES = ("title", "description", "credit")
"""The fields of pictures and documents that are not read from the file."""
Described = dict[str, Any]


def public_id_of(kind: str, row: int) -> str:
    return str(getattr(KINDS[kind].model._default_manager.get(pk=row), KINDS[kind].key))


def row_id_of(kind: str, public_id: str) -> int:
    return int(KINDS[kind].model._default_manager.get(**{KINDS[kind].key: public_id}).pk)


def describe_report(page: AnnualReportPage, folder: Path) -> str:
    """Return the fixture of a report whose files are in `folder`: a line for each thing."""
    document = read_body(page)
    references = {kind: set(keys) for kind, keys in document.references.items()}
    files = {"picture": page.image_id, "document": page.source_document_id}
    for kind, row in files.items():
        references.setdefault(kind, set()).add(row)
    described = {
        "report": {
            **{name: getattr(page, name) for name in PLAIN_FIELDS},
            **describe_optional_fields(page),
            "introduction": page.introduction,
            **{kind: public_id_of(kind, row) for kind, row in files.items()},
        },
        **{kind: describe_rows(kind, references.get(kind, set()), folder) for kind in KINDS},
        "body": replace_ids(
            list(page.body.raw_data), store_document(replace_row_ids(document, public_id_of))
        ),
    }
    return write_lines(described)


def describe_rows(kind: str, keys: set[Any], folder: Path) -> list[Described]:
    """Return what a new row is made with, for each that has one of these row or public ids."""
    model: Any = KINDS[kind].model
    key = KINDS[kind].key
    rows = model._default_manager.order_by("pk")
    codes = {each for each in keys if isinstance(each, str)}
    rows = rows.filter(pk__in=keys - codes) | rows.filter(**{f"{key}__in": codes})
    names = (key, *OF_FILES) if kind in FILES else KINDS[kind].columns[1:]
    fields = [field for field in model._meta.concrete_fields if field.name in names]
    return [
        {
            **{
                field.name: encode_value(value)
                for field in fields
                if (value := getattr(row, field.name)) != field.get_default()
            },
            **({"file": find_file(folder, row.title)} if kind in FILES else {}),
        }
        for row in rows
    ]


def find_file(folder: Path, stem: str) -> str:
    [file] = [each for each in folder.rglob(f"{stem}.*") if each.suffix in (".png", ".pdf")]
    return str(file.relative_to(folder))


def store_document(document: Document) -> list[Described]:
    return [
        {"type": block.stored_type, "id": block.id, "value": block.stored}
        for block in document.blocks
    ]


def replace_ids(stored: Any, translated: Any) -> Any:
    """Return a stored value with the references and the rich text of the translated one.

    Everything else is returned as stored: reading it as a document drops the ids of old anchors.
    """
    if is_reference(stored) or is_reference(translated):
        return translated
    if isinstance(stored, dict) and isinstance(translated, dict):
        return {name: replace_ids(each, translated.get(name)) for name, each in stored.items()}
    if isinstance(stored, list) and isinstance(translated, list):
        return [replace_ids(*each) for each in zip(stored, translated, strict=True)]
    both = isinstance(stored, str) and isinstance(translated, str)
    return translated if both else stored


def is_reference(value: Any) -> bool:
    return isinstance(value, dict) and value.keys() == {"public_id"}


def write_lines(described: Described) -> str:
    """Return JSON in which each item of a list has a line."""

    def write(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    parts = []
    for name, value in described.items():
        if isinstance(value, list):
            lines = ",\n".join(map(write, value))
            parts.append(f"{write(name)}: [\n{lines}\n]")
        else:
            parts.append(f"{write(name)}: {write(value)}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


@dataclass(frozen=True)
class Fixture:
    """A parsed fixture (`described`) and the folder with its files.

    Its methods create the missing records and files, and fill in a report page.
    """

    described: Described
    folder: Path

    @property
    def year(self) -> int:
        return int(self.described["report"]["year"])

    def make_rows(self) -> None:
        """Make the records and store the files that are missing."""
        for kind, known in KINDS.items():
            for described in self.described[kind]:
                given = dict(described)
                key = {known.key: given.pop(known.key)}
                if known.model._default_manager.filter(**key).exists():
                    continue
                if kind in FILES:
                    self.store_file(kind, {**key, **given})
                else:
                    known.model._default_manager.create(**key, **given, live=True)

    def store_file(self, kind: str, given: Described) -> None:
        path = self.folder / given.pop("file")
        file = ContentFile(path.read_bytes(), name=path.name)
        if kind == "picture":
            file = clean_picture(file, path.name)
        store_file(FILES[kind](**given, collection=Collection.get_first_root_node()), file)

    def set_fields(self, page: AnnualReportPage) -> None:
        """Set what the report says but for its body, which a new page can have after its birth."""
        given = self.described["report"]
        for name in (*PLAIN_FIELDS, "introduction"):
            setattr(page, name, given[name])
        for name, value in read_optional_fields(given).items():
            setattr(page, name, value)
        page.image_id = row_id_of("picture", given["picture"])
        page.source_document_id = row_id_of("document", given["document"])

    def set_body(self, page: AnnualReportPage) -> None:
        document = read(self.described["body"], locale_of(page))
        translated = store_document(replace_public_ids(document, row_id_of))
        page.body = json.dumps(replace_ids(self.described["body"], translated))
