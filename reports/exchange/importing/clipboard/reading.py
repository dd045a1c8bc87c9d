"""Recognises the blocks of pasted content as the import recognises those of a file."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from html import escape

from reports.core.figures.locale import Locale, use_locale
from reports.core.refusal import Refusal
from reports.exchange.importing import fidelity, loss
from reports.exchange.importing.clipboard.bounds import refuse_drafts, refuse_large, refuse_long
from reports.exchange.importing.clipboard.cleaning import clean_html
from reports.exchange.importing.clipboard.foreign_numbers import find_foreign_numbers
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognition import recognise
from reports.exchange.importing.source import Source

NAME = "presse-papiers"
NOTHING = "Le presse-papiers ne contient rien qui puisse devenir un bloc. Rien n’a changé."
TOO_DEEP = "Trop de niveaux imbriqués les uns dans les autres pour être lu. Rien n’a changé."
MAX_RUNS = 10  # runs of lost words that notices quote


@dataclass(frozen=True)
class PastedBlocks:
    """The blocks of a paste, without ids, with their pictures and warnings."""

    drafts: list[Draft]
    pictures: Mapping[str, bytes]
    notices: list[str]


def read_paste(html: str, text: str, locale: Locale, year: int) -> PastedBlocks:
    """Return the blocks of a clipboard's HTML, or of its plain text. Raises Refusal."""
    refuse_large(html, text)
    try:
        return read_source(html, text, locale, year)
    except RecursionError as error:
        raise Refusal(TOO_DEEP) from error


def read_source(html: str, text: str, locale: Locale, year: int) -> PastedBlocks:
    origin, notices = to_source(html, text)
    refuse_long(origin.text)
    if not origin.text.strip():
        raise Refusal(NOTHING)
    with use_locale(locale):
        found = recognise(origin, None, year, is_whole=False)
        words = loss.list_draft_words(found.drafts, found.notes)
        score = fidelity.compare_words(fidelity.list_source_words(origin, ""), words)
    drafts = [draft for draft in found.drafts if draft.kind != "panel" or draft.value["title"]]
    if not drafts:
        raise Refusal(NOTHING)
    refuse_drafts(drafts)
    notices += find_foreign_numbers(origin.text, locale)
    notices += [f"Non repris : « {run} »." for run in score.lost[:MAX_RUNS]]
    notices += [capitalise(notice.message) for notice in (*found.notices, *found.damage)]
    return PastedBlocks(drafts, origin.pictures, list(dict.fromkeys(notices)))


def to_source(html: str, text: str) -> tuple[Source, list[str]]:
    """Return a clipboard as a report file, and notices of what was left out of it."""
    origin = Source(NAME, "", 1, {}, "")
    if not html.strip():
        if "\t" not in text:
            return replace(origin, text=text.replace("\r\n", "\n").replace("\r", "\n")), []
        html = to_table(text)
    clean = clean_html(html)
    made = replace(origin, text=clean.text, styles=clean.styles, pictures=clean.pictures)
    return made, clean.notices


def to_table(text: str) -> str:
    """Return lines with tabs as a table."""
    rows = (
        "".join(f"<td>{escape(cell.strip())}</td>" for cell in line.split("\t"))
        for line in text.splitlines()
        if line.strip()
    )
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"


def capitalise(message: str) -> str:
    return message[:1].upper() + message[1:]
