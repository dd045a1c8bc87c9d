"""Checks the content of a report in an archive, whether that of the page or of one version."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from reports.content.models.pages import CURRENCIES, FIRST_YEAR, LANGUAGES, LAST_YEAR
from reports.core.document import Document, block_ids
from reports.core.document.block import UnknownBlock
from reports.core.document.canonical import SCHEMA_VERSION as DOCUMENT_SCHEMA
from reports.core.document.canonical import upgrade_document
from reports.core.figures.locale import EDITION, Locale
from reports.core.refusal import Refusal
from reports.core.text.rich_text import ANCHOR, ATTRIBUTE
from reports.exchange.archives.archive import Row
from reports.exchange.archives.reading import shapes
from reports.exchange.archives.reading.safe_text import (
    find_document_fault,
    find_fault,
    iterate_values,
)
from reports.publishing.versions.content import SCHEMA_VERSION

ID = re.compile(r"[\w.-]{1,100}", re.ASCII)
CONTENT = {"body": shapes.is_object, "report": shapes.is_object, "schema": shapes.integer(1)}
BODY = {"blocks": lambda value: isinstance(value, list), "schema": shapes.integer(1)}
LINES = dict.fromkeys(("title", "hero_title", "seo_title"), shapes.text(255))
REPORT = {
    **LINES,
    "year": lambda value: shapes.integer(FIRST_YEAR)(value) and value <= LAST_YEAR,
    "search_description": shapes.text(),
    "introduction": shapes.text(),
    "source_document": shapes.nullable(shapes.is_uuid),
}
OPTIONAL = {
    "image": shapes.is_uuid,
    "language": shapes.one_of(LANGUAGES),
    "currency": shapes.one_of(CURRENCIES),
    "report_date": shapes.is_date,
    "reading_edition": lambda value: shapes.integer(1)(value) and value <= EDITION,
}


def check_content(file: str, content: Any) -> Document:
    """Return the document of a content that is as it should be. Raises Refusal."""
    shapes.check_object(file, "", content, CONTENT)
    shapes.check_object(file, "report", content["report"], REPORT, OPTIONAL)
    shapes.check_object(file, "body", content["body"], BODY)
    if content["schema"] > SCHEMA_VERSION or content["body"]["schema"] > DOCUMENT_SCHEMA:
        raise Refusal(f"{file} : écrit par une version plus récente de Bilan ; mettez-le à jour.")
    document = upgrade_document(content["body"], Locale.from_stored(content["report"]))
    unknown = [each for each in document.blocks if isinstance(each, UnknownBlock)]
    if unknown:
        raise Refusal(f"{file} : bloc d’un genre inconnu, « {unknown[0].unknown_type[:50]} ».")
    check_ids(file, block_ids.list_ids(content["body"]["blocks"]), len(document.blocks))
    fault = find_document_fault(document)
    if introduction_fault := find_fault(content["report"]["introduction"]):
        fault = fault or f"l’introduction a {introduction_fault}"
    if fault:
        raise Refusal(f"{file} : {fault}.")
    return document


def check_ids(file: str, ids: list[str], blocks: int) -> None:
    """Refuse ids that stand twice or are none, and blocks without one."""
    if len(ids) < blocks or not all(ids):
        raise Refusal(f"{file} : un bloc ou une partie de bloc n’a pas d’identifiant.")
    for id in ids:
        if not ID.fullmatch(id):
            raise Refusal(f"{file} : « {id[:100]} » n’est pas un identifiant.")
    shapes.check_unique(file, ids)


def list_references(file: str, content: Row, document: Document) -> set[tuple[str, str]]:
    """Return the kind and the key of all that a content refers to, pages aside.

    Raises Refusal for a row id: it would be that of any row here.
    """
    report = content["report"]
    keys = {(kind, key) for kind, listed in document.references.items() for key in listed}
    if any(isinstance(key, int) for _, key in keys):
        raise Refusal(f"{file} : une référence y est un numéro de ligne, et non une clé.")
    texts = [report["introduction"]]
    for block in document.blocks:
        texts += [value for kind, value in iterate_values(block) if kind == "html"]
    keys |= {("picture", report.get("image")), ("document", report["source_document"])}
    keys |= set(iterate_links(texts))
    return {(kind, str(key)) for kind, key in keys if key and kind != "page"}


def iterate_links(texts: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the kind and the public id of each link to a page or a document."""
    for html in texts:
        for attributes, _ in ANCHOR.findall(html):
            given = dict(ATTRIBUTE.findall(attributes))
            if given.get("linktype"):
                yield given["linktype"], given.get("id", "")
