"""Finds records of a document that may exist a second time under another key."""

from collections.abc import Iterator

from reports.content.models.record_kind import find_kind
from reports.content.models.snippet import Snippet
from reports.content.records.lookalikes import Lookalikes
from reports.content.records.references import find_references
from reports.core.document import Document


def find_duplicates(document: Document) -> Iterator[tuple[str, Snippet, Snippet]]:
    """Yield the first block that refers to a record, the record, and another that may be the same.

    The records of one kind are read in one query.
    """
    known: dict[type[Snippet], Lookalikes] = {}
    met: set[frozenset[tuple[type[Snippet], int]]] = set()
    for reference in find_references(document):
        model = reference.model
        if model not in known:
            known[model] = Lookalikes.load(model)
        record = known[model].by_key.get(reference.key)
        if record is None:
            continue
        for other in known[model].find_others(record):
            pair = frozenset(((model, record.pk), (model, other.pk)))
            if pair not in met:
                met.add(pair)
                yield reference.visit.block.id, record, other


def list_duplicate_names(document: Document) -> tuple[tuple[str, str, str], ...]:
    """Return the same, each record by its name and its key."""
    return tuple(
        (block, name_with_key(record), name_with_key(other))
        for block, record, other in find_duplicates(document)
    )


def name_with_key(record: Snippet) -> str:
    return f"« {record.name} » ({getattr(record, find_kind(type(record)).key_field)})"
