"""Saves search entries as rows, in the transaction that saves their report or record.

The command `rebuild_search` checks that they equal the content. Something may become hidden without
a new projection, so each search also asks the perspective what may be seen.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import Model, QuerySet

from reports.content.models import SearchEntry
from reports.content.models.record_kind import list_searched_kinds
from reports.content.search.entries import (
    build_batch,
    build_entries,
    list_source_fields,
    name_source,
)


def save_entries(source: Any) -> None:
    """Replace the rows of `source` by what it holds."""
    replace_entries({source: build_entries(source)})


@transaction.atomic
def replace_entries(rows: Mapping[Any, list[SearchEntry]]) -> None:
    """Replace the rows of some sources, all of one model, by others."""
    SearchEntry.objects.filter(**find_condition(rows)).delete()
    SearchEntry.objects.bulk_create(chain.from_iterable(rows.values()))


def fetch_entries(sources: Sequence[Any]) -> dict[Any, list[SearchEntry]]:
    """Return the rows that stand for some sources, all of one model, in one statement."""
    by_key = {source.pk: source for source in sources}
    found: dict[Any, list[SearchEntry]] = {source: [] for source in sources}
    column = f"{name_source(sources[0])}_id"
    for row in SearchEntry.objects.filter(**find_condition(sources)):
        found[by_key[getattr(row, column)]].append(row)
    return found


def find_condition(sources: Collection[Any]) -> dict[str, Any]:
    """Return the condition on rows that they stand for one of some sources, all of one model."""
    name = name_source(next(iter(sources)))
    return {f"{name}__in": [source.pk for source in sources]}


def save_record_entries(records: QuerySet[Any]) -> None:
    """Project records that a statement has changed: no signal tells of them."""
    searched = (kind.model for kind in list_searched_kinds())
    if records.model in searched and (found := list(records)):
        replace_entries(build_batch(found))


def update_entries(source: Model, update_fields: Iterable[str] | None) -> None:
    """Project what a save has written.

    A save of some fields may come with a draft in memory, as in `save_revision`: what counts then
    is the row.
    """
    if update_fields is None:
        save_entries(source)
    elif list_source_fields(source).intersection(update_fields):
        save_entries(type(source)._base_manager.get(pk=source.pk))
