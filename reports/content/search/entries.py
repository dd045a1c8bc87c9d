"""Builds the search entries of public reports and records."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from wagtail.models import PageViewRestriction

from reports.content.models import AnnualReportPage, SearchEntry
from reports.content.models.page_document import locale_of, read_body
from reports.content.models.record_kind import find_kind, list_searched_kinds
from reports.core.document.block import Block
from reports.core.document.text_blocks import Heading
from reports.core.document.visible_text import iterate_drawn_texts, iterate_node_texts
from reports.core.text.rich_text import plain
from reports.core.text.sort_keys import build_sort_key
from reports.core.text.stems import normalize_text, stored_stems, stored_words

REPORT = {"title", "hero_title", "introduction", "year", "body", "live"} | {
    *("language", "currency", "reading_edition", "alias_of", "alias_of_id"),
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
    kind = find_kind(type(record))
    title = join_on_line([record.name])
    text, *others = (join_on_line([getattr(record, field)]) for field in kind.searched)
    return SearchEntry(
        kind=SearchEntry.Kind.of_records(kind.name),
        key=getattr(record, record.key_field),
        **index_words(title, title, text, *others),
        title=title,
        sort_key=build_sort_key(title),
        anchor="",
        text=text,
        **{f"{kind.name}_id": record.pk},
    )


def is_listed(record: Any) -> bool:
    """Return whether a record is public, and was not merged into another."""
    return bool(record.live and not record.merged_into_id)


def build_entries(source: Any) -> list[SearchEntry]:
    """Return the rows that should stand for a report or a record: none for what is not public."""
    return build_batch([source])[source]


def build_batch(sources: Sequence[Any]) -> dict[Any, list[SearchEntry]]:
    """Return the rows that should stand for some sources, all of one model."""
    if name_source(sources[0]) != "report":
        return {each: [build_record_entry(each)] if is_listed(each) else [] for each in sources}
    found: dict[Any, list[SearchEntry]] = {page: [] for page in sources}
    public = [page for page in sources if page.live and not page.alias_of_id]
    restricted = list_restricted_paths() if public else ()
    for page in public:
        if not page.path.startswith(tuple(restricted)):
            found[page] = list(build_report_entries(page))
    return found


def name_source(source: Any) -> str:
    """Return the field of rows that leads to a source."""
    names = {kind.model: kind.name for kind in list_searched_kinds()}
    return names.get(type(source), "report")


def list_restricted_paths() -> list[str]:
    """Return where in the tree of pages a view restriction begins."""
    return list(PageViewRestriction.objects.values_list("page__path", flat=True))


def list_source_fields(source: Any) -> set[str]:
    """Return the fields that the entries of `source` are made of."""
    if name_source(source) == "report":
        return REPORT
    return {"name", "live", "merged_into", source.key_field, *find_kind(type(source)).searched}
