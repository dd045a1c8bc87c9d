"""Lists the marked figures of a report for its front matter, by words that name nothing else."""

from collections.abc import Iterable

from reports.core.document import Document
from reports.core.document.essentials import list_statements
from reports.core.refusal import Refusal
from reports.core.text.name_matching import normalize_name
from reports.exchange.importing.essentials import iterate_items, list_stated
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.source import Source
from reports.exchange.importing.storing import stored_body


def list_essentials(document: Document, year: int) -> dict[str, str]:
    """Return the words of marked figures by their id, in the order of the report.

    A figure is left out if the import would find another one by the same words, or none.
    """
    marked = list_marked(document)
    first: dict[str, str] = {}
    found: dict[str, str] = {}
    for statement in list_statements(document, year):
        name = normalize_name(statement.label)
        first.setdefault(name, statement.id)
        if name and statement.id in marked and first[name] == statement.id:
            found[statement.id] = statement.label
    return found


def list_marked(document: Document) -> set[str]:
    """Return the ids of the rows and items that have the mark themselves."""
    stored = [{"id": block.id, "value": block.stored} for block in document.blocks]
    return {
        item["id"]
        for item in iterate_items(stored)
        if item["id"] and item.get("value", item).get("leading") is True
    }


def keep_recognised(essentials: dict[str, str], blocks: Iterable[str], year: int) -> dict[str, str]:
    """Return those that the import finds even after the comments of blocks were removed."""
    if not essentials:
        return {}
    text = "\n\n".join(block.partition("-->")[2] for block in blocks)
    try:
        drafts = recognise(Source("", text, 1, {}, ""), None, year).drafts
    except Refusal:
        return {}
    stated = list_stated(stored_body(drafts, "", lambda named: None, lambda named: ""), year)
    return {id: words for id, words in essentials.items() if normalize_name(words) in stated}
