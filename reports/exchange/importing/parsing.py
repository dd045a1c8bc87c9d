"""Parses a report file or pasted text without using the database, within limits if necessary.

A text can make a parser use any amount of time and memory. The admin, whose files may come from
anybody, therefore lets the process `PARSER` read them; the command parses its files itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reports.content.validation.site_addresses import list_roots, using_roots
from reports.core.bounded.process import BoundedProcess, Exhausted
from reports.core.figures.locale import Locale, use_locale
from reports.core.refusal import Refusal
from reports.core.text.vocabulary import using_vocabulary
from reports.exchange.importing.clipboard.reading import PastedBlocks, read_paste
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.findings import TooDeep
from reports.exchange.importing.front_date import settle_date
from reports.exchange.importing.recognition import Recognised, recognise
from reports.exchange.importing.report_fields import read_locale
from reports.exchange.importing.request import Request, apply_request
from reports.exchange.importing.several_files import naming_places, read_sources
from reports.exchange.importing.source import Source
from reports.exchange.importing.visible.words import visible_words
from reports.exchange.importing.vocabulary_file import read_vocabulary

MAX_MEMORY_BYTES = 1 << 30
MAX_PROCESSOR_SECONDS = 40  # seconds; the largest text that a page takes needs twenty
TIMEOUT_SECONDS = 60
TOO_COSTLY = (
    "{} : ce document demande trop de temps ou de mémoire pour être lu. Rien n’a été créé. "
    "Enregistrez-le à nouveau depuis son logiciel, ou importez-le en plusieurs parties."
)
PASTE_TOO_COSTLY = (
    "Ce qui est copié demande trop de temps ou de mémoire pour être lu. Rien n’a changé : collez "
    "une partie à la fois."
)
PARSER = BoundedProcess(
    "reports.exchange.importing.parsing",
    memory_bytes=MAX_MEMORY_BYTES,
    processor_seconds=MAX_PROCESSOR_SECONDS,
    timeout_seconds=TIMEOUT_SECONDS,
)


@dataclass(frozen=True)
class ParsedReport:
    """A parsed report file, and the blocks that were recognised in it."""

    origin: Source
    year: int
    recognition: Recognised


Parse = Callable[[Request], ParsedReport]


def parse_report(request: Request) -> ParsedReport:
    """Parse the files of an import request. Raises Refusal."""
    origin = read_sources([request.file, *request.more])
    apply_request(origin, request)
    year = origin.year(request.year)
    words = read_vocabulary(request.vocabulary) if request.vocabulary else None
    try:
        with (
            using_vocabulary(words),
            naming_places(origin),
            use_locale(read_locale(origin, request)),
        ):
            settle_date(origin)
            recognition = recognise(origin, request.assets, year, title_of(origin, year))
        if origin.words is None:
            origin.words = visible_words(origin.text, "")
    except RecursionError as error:
        raise refuse_depth(origin, error) from error
    return ParsedReport(origin, year, recognition)


def refuse_depth(origin: Source, error: RecursionError) -> Refusal:
    """Return the refusal of a file whose elements are nested too deeply."""
    where = f", {origin.locate(error.line)}" if isinstance(error, TooDeep) else ""
    return Refusal(f"{origin.name}{where} : trop de niveaux imbriqués les uns dans les autres.")


def title_of(origin: Source, year: int) -> str:
    """Return the title that readers see above the report."""
    return origin.title("hero_title") or origin.title() or f"Bilan {year}"


def parse_bounded(request: Request) -> ParsedReport:
    """Parse the files in a process with limits. Raises Refusal."""
    asked = replace(request, index=None, user=None)  # the reader has no database
    try:
        parsed: ParsedReport = PARSER.call("parse_given_report", list_roots(), asked)
    except Exhausted:
        raise Refusal(TOO_COSTLY.format(request.file.name)) from None
    return parsed


def read_paste_bounded(html: str, text: str, locale: Locale, year: int) -> PastedBlocks:
    """Return the blocks of a clipboard, parsed in a process with limits. Raises Refusal."""
    try:
        given = (list_roots(), html, text, locale, year)
        pasted: PastedBlocks = PARSER.call("read_given_paste", *given)
    except Exhausted:
        raise Refusal(PASTE_TOO_COSTLY) from None
    return pasted


def parse_given_report(roots: set[str], request: Request) -> ParsedReport:
    """Parse files for `parse_bounded`; `roots` are the addresses of the site."""
    with using_roots(roots):
        parsed = parse_report(request)
    forget_trees(parsed.recognition.drafts)
    return parsed


def read_given_paste(roots: set[str], *given: Any) -> PastedBlocks:
    """Read a clipboard for `read_paste_bounded`; `roots` are the addresses of the site."""
    with using_roots(roots):
        pasted = read_paste(*given)
    forget_trees(pasted.drafts)
    return pasted


def forget_trees(drafts: Sequence[Draft]) -> None:
    """Remove the elements from which pictures were read; nothing needs them any more."""
    for draft in drafts:
        draft.image = None
