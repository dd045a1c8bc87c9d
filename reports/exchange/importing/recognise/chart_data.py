"""Joins the picture of a chart with the table or the transcription below it."""

import re
from collections.abc import Sequence

from reports.content.tables import Table
from reports.core.text.rich_text import plain
from reports.exchange.importing import loss
from reports.exchange.importing.components.accordions import DESCRIPTION
from reports.exchange.importing.draft import Draft
from reports.exchange.importing.recognise.captions import cut, is_empty_paragraph
from reports.exchange.importing.recognise.charts import CHART, Transcription, recognise_chart

IN_WORDS = re.compile(
    r"\A\W*(?:figure|fig\.|graphique|chart|graph)\s*\d{1,3}\s+"
    r"(?:in words|en mots|en toutes lettres)\s*:",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{4,}")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
MAX_LABEL_CHARACTERS = 80
MAX_STEM_LETTERS = 5  # letters that two forms of a word share


def join_chart_data(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with each picture of a chart and the data below it as one chart."""
    joined: list[Draft] = []
    rest = list(drafts)
    while rest:
        draft = rest.pop(0)
        if is_chart_picture(draft):
            table = 1 if has_label(rest) else 0
            if table < len(rest) and is_data_of(rest[table], draft):
                draft = build_chart(draft, rest[:table], rest[table])
                del rest[: table + 1]
            elif rest and (words := find_words(rest[0])):
                draft = build_transcribed(draft, words)
                rest[0].value["text"] = rest[0].value["text"].removeprefix(words)
                rest = rest[1:] if is_empty_paragraph(rest[0]) else rest
        joined.append(draft)
    return joined


def is_chart_picture(draft: Draft) -> bool:
    """Return whether the caption or the alternative of a picture says that it is a chart."""
    if draft.kind != "picture" or draft.image is None or draft.is_commented:
        return False
    return any(CHART.search(str(draft.value.get(name) or "")) for name in ("caption", "alt"))


def has_label(drafts: Sequence[Draft]) -> bool:
    """Return whether the first draft is only a label like « Données du graphique : »."""
    if not drafts or drafts[0].kind != "paragraph" or drafts[0].is_commented or drafts[0].note:
        return False
    words = plain(drafts[0].value["text"])
    return (
        len(words) <= MAX_LABEL_CHARACTERS and "\n" not in words and bool(DESCRIPTION.match(words))
    )


def is_data_of(draft: Draft, picture: Draft) -> bool:
    """Return whether a table has the data of a picture.

    It has no caption, and numbers in all cells; its headings share a word with the picture, or its
    rows begin with years that the picture names.
    """
    if draft.kind != "data_table" or draft.is_commented or draft.value["caption"]:
        return False
    table: Table = draft.value["table"]
    if len(table.rows) < 2 or len(table.columns) < 2:
        return False
    if any(row.url or row.note or any(cell.url for cell in row.cells) for row in table.rows):
        return False
    cells = [cell for row in table.rows for cell in row.cells[1:]]
    if not all(cell.figure.is_number for cell in cells):
        return False
    said = f"{picture.value.get('caption') or ''} {picture.value.get('alt') or ''}"
    heads = " ".join(column.heading for column in table.columns)
    years = {year for row in table.rows for year in YEAR.findall(row.cells[0].raw)[:1]}
    has_years = len(years) == len(table.rows) and len(years & {*YEAR.findall(said)}) > 1
    return has_years or bool(list_stems(said) & list_stems(heads))


def list_stems(text: str) -> set[str]:
    return {word[:MAX_STEM_LETTERS].lower() for word in WORD.findall(text)}


def find_words(draft: Draft) -> str:
    """Return the first paragraph of a draft, if it is a transcription of a picture."""
    if draft.kind != "paragraph" or draft.is_commented or draft.note:
        return ""
    html = cut(draft.value["text"], 0)[0]
    words = plain(html)
    label, colon, said = words.partition(":")
    if not colon or not said.strip() or len(label) > MAX_LABEL_CHARACTERS:
        return ""
    return html if DESCRIPTION.match(words) or IN_WORDS.match(words) else ""


def build_chart(picture: Draft, label: Sequence[Draft], table: Draft) -> Draft:
    html = "".join(draft.value["text"] for draft in label)
    chart = build(picture, Transcription("", html, table.value["table"], ""))
    chart.shows_data = True
    chart.printed = " ".join(loss.list_draft_words([picture, *label, table]))
    return chart


def build_transcribed(picture: Draft, html: str) -> Draft:
    chart = build(picture, Transcription("", html, Table(), ""))
    said = Draft("paragraph", picture.line, {"text": html})
    chart.printed = " ".join(loss.list_draft_words([picture, said]))
    return chart


def build(picture: Draft, transcription: Transcription) -> Draft:
    assert picture.image is not None
    return recognise_chart(picture.image, transcription, str(picture.value.get("caption") or ""))
