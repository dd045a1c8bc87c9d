"""Recognises pictures, and charts among them, with the data in their transcriptions."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bs4 import BeautifulSoup, Tag

from reports.content.tables import Cell, Column, Row, Table
from reports.core.figures import split
from reports.core.figures.locale import current_locale
from reports.core.figures.stated_unit import find_stated_unit
from reports.core.text.vocabulary import get_vocabulary
from reports.exchange.importing import loss
from reports.exchange.importing.draft import Draft, Named
from reports.exchange.importing.inline import prose_of, significant_nodes, words_of
from reports.exchange.importing.line_marks import line_of
from reports.exchange.importing.recognise.parsed_table import parse_table
from reports.exchange.importing.recognise.table_rows import row_of
from reports.exchange.importing.word.pictures import FOLDER

# « 59 produits à la DINUM »: what is counted, a preposition, the category.
COUNTED = re.compile(
    r"^(?P<unit>[^\W\d]+(?:\s[^\W\d]+){0,2}?)?\s*"
    r"\b(?:à l['’ʼ]|à la |aux |au |à |en |pour |chez |dans )"
    r"(?:l['’ʼ]|la |le |les )?(?P<category>.+)$",
    re.IGNORECASE,
)
CHART = re.compile(
    r"\b(?:graphiques?|graphes?|courbes?|histogrammes?|camemberts?|diagrammes?|barres|charts?|graphs?"
    r"|plots?|histograms?|diagrams?)\b"
    r"|\A\W*(?:figure|fig\.)\s*(?:n°\s?)?\d{1,3}\b",
    re.IGNORECASE,
)
KINDS = ("line", "area", "column", "bar")


@dataclass
class Transcription:
    """A transcription as the DSFR has it: its title, its HTML, and the data listed in it."""

    title: str
    html: str
    data: Table
    unit: str


def image_of(element: Tag) -> Tag | None:
    """Return the image of a paragraph that has nothing else, except punctuation."""
    nodes = [
        n for n in significant_nodes(element.children) if isinstance(n, Tag) or words_of(n) != "."
    ]
    if len(nodes) == 1 and isinstance(nodes[0], Tag):
        if nodes[0].name == "img":
            return nodes[0]
        if nodes[0].name in ("a", "p", "picture", "span"):
            return image_of(nodes[0])
    return None


def give_data(figure: Tag, table: Tag) -> bool:
    """Turn the table at the end of a figure into its transcription, if its cells are numbers."""
    if table.find_parent(class_="fr-transcription") or not read_data_table(table).rows:
        return False
    if table.find_next_sibling(["figcaption", "img"]) is not None:
        return False
    table.wrap(BeautifulSoup("", "lxml").new_tag("div", attrs={"class": "fr-transcription"}))
    return True


def read_transcription(element: Tag) -> Transcription:
    """Parse a `div.fr-transcription`."""
    content = element.select_one(".fr-modal__content") or element
    if words_of(content) != words_of(element):  # some of it stands beside the DSFR's box
        content = element
    title_tag = content.select_one(".fr-modal__title") or content.find(re.compile("^h[1-6]$"))
    title = ""
    if isinstance(title_tag, Tag):
        title = words_of(title_tag)
        title_tag.extract()
    data, unit = read_listed_values(content)
    html = prose_of(content.children)
    return Transcription(title, html, data, unit)


def read_listed_values(content: Tag) -> tuple[Table, str]:
    """Return the values in the table or the list of a transcription, and their unit.

    The table is empty if one of its entries is not a value.
    """
    table = content.find("table")
    if isinstance(table, Tag):
        return read_data_table(table), read_unit_above(table)
    rows, units = [], []
    for item in content.find_all("li"):
        value = split_listed_value(words_of(item))
        if value is None:
            return Table(), ""
        category, expression, unit = value
        rows.append(Row((Cell(category), Cell(expression))))
        units.append(unit)
    if not rows:
        return Table(), ""
    unit = next(filter(None, units), "")
    values = Table((Column("Catégorie"), Column(unit.capitalize() or "Valeur")), tuple(rows))
    return values, unit or read_unit_above(content.find(["ul", "ol"]))


def read_unit_above(listed: object) -> str:
    """Return the unit in the words right above a list or a table: « Recettes, en M€ : »."""
    above = listed.find_previous_sibling() if isinstance(listed, Tag) else None
    words = find_stated_unit(words_of(above), current_locale()) if above is not None else ""
    return words.replace("'", "’")


def split_listed_value(words: str) -> tuple[str, str, str] | None:
    """Return category, figure and unit: « 59 produits à la DINUM », « 2024 : 12 agents »."""
    phrase = split(words)
    before, after = phrase.before.strip(" :"), phrase.after.strip(" :")
    if not phrase.expression or not (before or after):
        return None
    if before:
        named = phrase.before.rstrip().endswith(":")
        return (before, phrase.expression, after) if named or not after else None
    counted = COUNTED.match(after)
    if counted is None:
        return after, phrase.expression, ""
    return counted["category"], phrase.expression, (counted["unit"] or "").strip()


def read_data_table(element: Tag) -> Table:
    """Return categories by series; an empty table if a cell is not a number."""
    parsed = parse_table(element, [])
    rows = tuple(row_of(row) for row in parsed.body) if parsed else ()
    values = [cell for row in rows for cell in row.cells[1:]]
    if parsed is None or not values or not all(cell.figure.is_number for cell in values):
        return Table()
    return Table(parsed.columns, rows)


def recognise_picture(image: Tag, caption: str = "") -> Draft:
    """Return an image as a picture block."""
    title = str(image.get("title") or "").strip()
    value = {**describe_image(image), "caption": caption or title}
    return Draft("picture", line_of(image), value, image=image)


def recognise_chart(image: Tag, transcription: Transcription | None, caption: str) -> Draft:
    """Return an image as a chart, with the data in its transcription, if there are any."""
    title = str(image.get("title") or "").strip()
    if not title:
        title, caption = caption, ""
    alt = str(image.get("alt") or "").strip()
    data = transcription.data if transcription else Table()
    drawn = next((k for k in KINDS if getattr(get_vocabulary(), f"{k}_chart").are_in(alt)), "bar")
    value = {
        **describe_image(image),
        "title": title or (transcription.title if transcription else ""),
        "note": "" if caption == title else caption,
        "kind": drawn if data else "picture",
        "data": data,
        "unit": transcription.unit if transcription else "",
        "transcription": transcription.html if transcription else "",
    }
    if transcription and transcription.title and transcription.title != value["title"]:
        value["transcription"] = f"<p>{transcription.title}</p>{transcription.html}"
    del value["source_url"]
    return Draft("chart", line_of(image), value, image=image)


def name_charts(drafts: Sequence[Draft]) -> None:
    """Give each chart without a title the alternative text of its picture as its title."""
    for draft in drafts:
        if draft.kind == "chart" and not (draft.value["title"] or draft.is_commented):
            draft.printed = draft.printed or " ".join(loss.list_draft_words([draft]))
            draft.value["title"] = draft.value["alt"]


def describe_image(image: Tag) -> dict[str, object]:
    source = str(image.get("src") or "").strip()
    alt = str(image.get("alt") or "").strip()
    named = Named("picture", alt or source, source, line=line_of(image)) if source else None
    printed = "" if source.startswith(f"{FOLDER}/") else source  # in a document, it leads nowhere
    return {"picture": named, "alt": alt, "source_url": printed}


def is_chart(image: Tag, caption: str) -> bool:
    """Return whether an image has a title, and its words say that it is a chart.

    An image with a title and a caption is a chart too, because a picture block has only one of
    them.
    """
    title, alt = (str(image.get(name) or "").strip() for name in ("title", "alt"))
    return bool(title) and (bool(caption) or CHART.search(f"{title}\n{alt}") is not None)
