"""What can be found, as rows: projected in the transaction that saves a report or a record.

`rebuild_search` proves that the rows equal the content. A report's are there while it is live; a
record's always, for its row says by itself whether it is public, and the gate asks it.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import Model

from reports.document.block import Block
from reports.document.text_blocks import Heading
from reports.document.visible_text import iterate_drawn_texts, iterate_node_texts
from reports.models import AnnualReportPage, SearchEntry
from reports.models.page_document import locale_of, read_body
from reports.text.rich_text import plain
from reports.text.sort_keys import build_sort_key
from reports.text.stems import normalize_text, stored_stems, stored_words

# The records that can be found -> their field that is shown, then those that are only searched.
RECORDS = {"service": ("mission",), "indicator": ("definition", "unit"), "term": ("definition",)}
REPORT = {"title", "hero_title", "introduction", "year", "body", "live"} | {
    *("language", "currency", "alias_of", "alias_of_id"),
}
BREAK = re.compile(r"[ \t\r\n\f\v]+")
BEFORE_SIGN = re.compile(r"\n(?=[,.](?!\d))")
GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})++(?![\d,])")  # in English: 133,000
BETWEEN_NUMBERS = re.compile(r"(?<=\d)\n(?=\d)")


def join_on_line(pieces: Iterable[str]) -> str:
    """Return texts on one line. Two cells « 12 » and « 345 » must not read as 12 345.

    What begins with a comma or a full stop goes on with the sentence before it.
    """
    lines = (piece for text in pieces for piece in normalize_text(text).split("\n"))
    joined = "\n".join(filter(None, (BREAK.sub(" ", piece).strip(" ") for piece in lines)))
    return BETWEEN_NUMBERS.sub(" · ", BEFORE_SIGN.sub("", joined)).replace("\n", " ")


def block_text(block: Block) -> str:
    """Return the words of a block, and of the data that it draws, on one line."""
    return join_on_line([*iterate_node_texts(block), *iterate_drawn_texts(block)])


def list_numbers(text: str, page: AnnualReportPage) -> list[str]:
    """Return the numbers that an English text groups by commas as they are searched: 133000."""
    if not locale_of(page).is_english:
        return []
    return [number.replace(",", "") for number in GROUPED.findall(text)]


def index_words(title: str, *texts: str, language: str = "fr") -> dict[str, str]:
    """Return the columns in which the words of a title and of its texts are found."""
    return {
        "title_stems": stored_stems(title, language),
        "stems": "".join(stored_stems(text, language) for text in texts),
        "title_words": stored_words(title),
        "words": "".join(map(stored_words, texts)),
    }


def build_report_entries(page: AnnualReportPage) -> Iterator[SearchEntry]:
    """Yield the entries of a report: its title, then each block under the title of its section."""

    def entry(**fields: Any) -> SearchEntry:
        kind = SearchEntry.Kind.PASSAGE
        sort_key = build_sort_key(fields["title"])
        return SearchEntry(
            kind=kind, report_id=page.pk, year=page.year, sort_key=sort_key, **fields
        )

    heading = normalize_text(page.hero_title or page.title)
    named = f"{heading} {page.title} {page.year}"
    text = join_on_line([plain(page.introduction)])
    yield entry(
        key=str(page.translation_key),
        **index_words(named, named, text, language=page.language),
        title=heading,
        anchor="",
        text=text,
    )
    title, anchor = heading, ""
    for order, block in enumerate(read_body(page).known_blocks, 1):
        text = block_text(block)
        if isinstance(block, Heading):
            title, anchor = text, block.anchor
        if text:
            yield entry(
                key=block.id,
                order=order,
                **index_words(
                    f"{title} {page.year}",
                    text,
                    *list_numbers(text, page),
                    language=page.language,
                ),
                title=title,
                anchor=anchor,
                text=text,
            )


def build_record_entry(record: Any) -> SearchEntry:
    """Return the entry of a living record, as its row is."""
    name = record._meta.model_name
    title = join_on_line([record.name])
    text, *others = (join_on_line([getattr(record, field)]) for field in RECORDS[name])
    return SearchEntry(
        kind=SearchEntry.Kind[name.upper()],
        key=getattr(record, record.key_field),
        **index_words(title, title, text, *others),
        title=title,
        sort_key=build_sort_key(title),
        anchor="",
        text=text,
        **{f"{name}_id": record.pk},
    )


def build_entries(source: Any) -> list[SearchEntry]:
    """Return the rows that should stand for a report or a record: none for a draft."""
    if source._meta.model_name in RECORDS:
        return [build_record_entry(source)]
    return list(build_report_entries(source)) if source.live and not source.alias_of_id else []


@transaction.atomic
def save_entries(source: Any) -> None:
    """Replace the rows of `source` by what it holds."""
    rows = build_entries(source)
    source.search_entries.all().delete()
    SearchEntry.objects.bulk_create(rows)


def update_entries(source: Model, update_fields: Iterable[str] | None) -> None:
    """Project what a save has written.

    A save of some fields may come with a draft in memory, as in `save_revision`: what counts then
    is the row.
    """
    if update_fields is None:
        save_entries(source)
    elif list_source_fields(source).intersection(update_fields):
        save_entries(type(source)._base_manager.get(pk=source.pk))


def list_source_fields(source: Any) -> set[str]:
    """Return the fields that the entries of `source` are made of."""
    fields = RECORDS.get(source._meta.model_name)
    return REPORT if fields is None else {"name", source.key_field, *fields}
