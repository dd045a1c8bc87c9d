"""Recognises the blocks of a report file, without using the database."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reports.exchange.importing import (
    loss,
    markup,
    no_break_spaces,
    sidebar,
    typing_errors,
    unclear_numbers,
)
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import Notice
from reports.exchange.importing.heading_levels import MIN_TOP_HEADINGS, lower_parts
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.notes.file_note import FileNote, order_notes
from reports.exchange.importing.notes.settling import settle_notes
from reports.exchange.importing.recognise.recogniser import Recogniser
from reports.exchange.importing.source import Source
from reports.exchange.importing.title_heading import find_title_heading


@dataclass(frozen=True)
class Recognised:
    """The blocks, notes and warnings found in a file, before references are resolved."""

    drafts: list[Draft]
    prose: list[tuple[int, str]]
    notices: list[Notice]
    notes: list[FileNote]
    damage: list[Notice]
    """Lines of the file where it is not certain what the author meant."""
    has_title: bool = False
    """Whether the file opens with the report's title, which is then not in the drafts."""
    titles: Sequence[tuple[int, str]] = ()  # with their lines


def recognise(
    origin: Source,
    assets: Path | None,
    year: int | None = None,
    title: str = "",
    *,
    is_whole: bool = True,
) -> Recognised:
    """Return the blocks of a report file, with warnings, without using the database.

    A text that is not a whole file has no title of its own: its highest heading is that of a part.
    """
    parsed = markup.build_tree(origin)
    soup = parsed.soup
    opening = find_title_heading(soup, origin, title)
    lower_parts(soup, MIN_TOP_HEADINGS if is_whole else 1)
    if opening is not None:
        opening.extract()
    inner = [
        (line_of(link), str(link["href"]))
        for link in soup.find_all("a", href=True)
        if str(link["href"]).startswith("#") and len(str(link["href"])) > 1
    ]
    notes = order_notes(parsed.soup.body, parsed.definitions)
    walk = Recogniser()
    walk.report(soup, parsed.comments)
    notices = origin.notices + parsed.notices + walk.notices
    notices += settle_notes(walk.drafts, notes)
    notices += sidebar.settle_anchors(walk.drafts, sidebar.read_sidebar(assets))
    kept = loss.join_texts(walk.drafts)
    inner = [(line, address) for line, address in inner if loss.is_kept(address, kept)]
    notices += sidebar.find_dead_anchors(inner, walk.drafts)
    notices += typing_errors.find_typing_errors(origin, year, walk.drafts)
    notices += unclear_numbers.settle_unclear_numbers(origin, walk.drafts)
    no_break_spaces.set_draft_spaces(walk.drafts)
    titles = [(d.line, str(d.value["text"])) for d in walk.drafts if d.kind == "heading"]
    return Recognised(
        walk.drafts,
        walk.prose_lines,
        sorted(set(origin.name_places(notices, titles))),
        notes,
        sorted(set(origin.name_places(parsed.damage, titles))),
        opening is not None,
        titles,
    )
