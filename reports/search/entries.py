"""What can be found, as rows: projected in the transaction that saves a report or a record.

`rebuild_search` proves that the rows equal the content. A report's are there while it is live; a
record's always, for its row says by itself whether it is public, and the gate asks it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Model

from reports.blocks.figures import ChartBlock
from reports.printed import printed
from reports.richtext import plain
from reports.search.stems import normal, stored

if TYPE_CHECKING:
    from reports.models import AnnualReportPage, SearchEntry

# The records that can be found -> their fields that are searched beside the name.
RECORDS = {"service": ("mission",), "indicator": ("definition", "unit"), "term": ("definition",)}
REPORT = {"title", "hero_title", "introduction", "year", "body", "live", "alias_of", "alias_of_id"}
DRAWN = ("data", "unit")  # what a chart shows without printing it
BREAK = re.compile(r"[ \t\r\n\f\v]+")
BETWEEN_NUMBERS = re.compile(r"(?<=\d)\n(?=\d)")


def line(pieces: Iterable[str]) -> str:
    """Texts on one line. Two cells « 12 » and « 345 » must not read as 12 345."""
    lines = (piece for text in pieces for piece in normal(text).split("\n"))
    joined = "\n".join(filter(None, (BREAK.sub(" ", piece).strip(" ") for piece in lines)))
    return BETWEEN_NUMBERS.sub(" · ", joined).replace("\n", " ")


def read(block: Any) -> str:
    """The words of a block, and of the data that a chart draws."""
    pieces = list(printed(block.block, block.value))
    if isinstance(block.block, ChartBlock):
        for name in DRAWN:
            pieces += printed(block.block.child_blocks[name], block.value[name])
    return line(pieces)


def of_report(page: "AnnualReportPage") -> "Iterator[SearchEntry]":
    """The entries of a report: its title, then each of its blocks under its section's title."""
    from reports.models import SearchEntry

    def entry(**fields: Any) -> SearchEntry:
        kind = SearchEntry.Kind.PASSAGE
        return SearchEntry(kind=kind, report_id=page.pk, year=page.year, **fields)

    heading = normal(page.hero_title or page.title)
    named = stored(f"{heading} {page.title} {page.year}")
    text = line([plain(page.introduction)])
    yield entry(
        key=str(page.translation_key),
        title_stems=named,
        stems=named + stored(text),
        title=heading,
        anchor="",
        text=text,
    )
    title, anchor = heading, ""
    for order, block in enumerate(page.body, 1):
        text = read(block)
        if block.block_type == "heading":
            title, anchor = text, block.value["anchor"] or ""
        if text:
            yield entry(
                key=block.id,
                order=order,
                title_stems=stored(f"{title} {page.year}"),
                stems=stored(text),
                title=title,
                anchor=anchor,
                text=text,
            )


def of_record(record: Any) -> "SearchEntry":
    """The entry of a living record, as its row is."""
    from reports.models import SearchEntry

    name = record._meta.model_name
    title = line([record.name])
    text = line(getattr(record, field) for field in RECORDS[name])
    return SearchEntry(
        kind=SearchEntry.Kind[name.upper()],
        key=getattr(record, record.key_field),
        title_stems=stored(title),
        stems=stored(title) + stored(text),
        title=title,
        anchor="",
        text=text,
        **{f"{name}_id": record.pk},
    )


def entries(source: Any) -> "list[SearchEntry]":
    """The rows that should stand for a report or a record: none for a report that is not live."""
    if source._meta.model_name in RECORDS:
        return [of_record(source)]
    return list(of_report(source)) if source.live and not source.alias_of_id else []


@transaction.atomic
def project(source: Any) -> None:
    """Replaces the rows of `source` by what it holds."""
    from reports.models import SearchEntry

    rows = entries(source)
    source.search_entries.all().delete()
    SearchEntry.objects.bulk_create(rows)


def follow(source: Model, update_fields: Iterable[str] | None) -> None:
    """Projects what a save has written.

    A save of some fields may come with a draft in memory, as in `save_revision`: what counts then
    is the row.
    """
    if update_fields is None:
        project(source)
    elif read_fields(source).intersection(update_fields):
        project(type(source)._base_manager.get(pk=source.pk))


def read_fields(source: Any) -> set[str]:
    """The fields that the entries of `source` are made of."""
    fields = RECORDS.get(source._meta.model_name)
    return REPORT if fields is None else {"name", source.key_field, *fields}
